import type { Board } from "../clients/board.ts";
import type { Desk } from "../clients/desk.ts";
import type { Kiosk } from "../clients/kiosk.ts";
import type { List } from "../clients/list.ts";
import { Screen } from "../clients/screen.ts";
import type { NetworkPath } from "../network/network-path.ts";
import type { Cluster } from "../node/cluster.ts";
import type { SimulatedStore } from "../store/store.ts";
import type { StoreWeather } from "../store/store-link.ts";
import type { World } from "../world/world.ts";
import type { Storm } from "./draw-plan.ts";
import type { Fault } from "./faults.ts";
import { recallOften } from "./recall-often.ts";

export type Machine = Screen | Board | List | Desk | Kiosk;

export interface Scene {
  readonly world: World;
  readonly cluster: Cluster;
  readonly store: SimulatedStore;
  readonly weather: StoreWeather;
  readonly machines: readonly Machine[];
  readonly nodes: number;
}

/** Ends the fault; called once, at its end or when everything heals. */
type Undo = () => void;

const nothing: Undo = () => undefined;

const onNode = ({ cluster }: Scene, fault: Extract<Fault, { node: number }>): Undo => {
  const { node: place } = fault;
  const node = cluster.at(place);
  switch (fault.kind) {
    case "node-killed":
    case "power-lost":
      cluster.kill(place, fault.kind === "node-killed");
      return () => cluster.start(place);
    case "deployed":
      cluster.stop(place);
      // One that is still saying farewell is cut short.
      return () => {
        if (cluster.at(place)?.isClosing === true) cluster.kill(place, true);
        cluster.start(place);
      };
    case "node-frozen":
      node?.host.freeze();
      return () => node?.host.thaw();
    case "node-cut-off":
      if (node !== null) node.link.isCut = true;
      return () => {
        if (node !== null) node.link.isCut = false;
      };
  }
};

const onDatabase = (
  scene: Scene,
  kind: Exclude<Fault, { node: number } | { machine: number }>["kind"],
): Undo => {
  const { weather, store, world, cluster, nodes } = scene;
  switch (kind) {
    case "database-down":
      weather.state = "refusing";
      store.restart();
      break;
    case "database-silent":
      weather.state = "silent";
      break;
    case "database-slow":
      weather.slowness = world.random.between(10, 250);
      break;
    case "answers-lost":
      weather.losesAnswers = world.random.between(0.1, 0.6);
      break;
    case "recalls":
      recallOften(world, cluster, store);
      return nothing;
    case "backup-restored":
      // As the instructions have it: with every server stopped.
      for (let place = 0; place < nodes; place += 1) cluster.kill(place, true);
      store.restore(world.random.whole(Math.floor(store.seq / 2), store.seq));
      return () => {
        for (let place = 0; place < nodes; place += 1) cluster.start(place);
      };
  }
  return () => Object.assign(weather, { state: "up", slowness: 0, losesAnswers: 0 });
};

const onPath = (
  { random }: World,
  path: NetworkPath,
  fault: Exclude<Extract<Fault, { machine: number }>, { kind: `page-${string}` }>,
): Undo => {
  switch (fault.kind) {
    case "black-hole":
      path.openHole(fault.ways !== "down", fault.ways !== "up", fault.forgets);
      return () => path.closeHole();
    case "no-route":
      path.noRoute = true;
      return () => {
        path.noRoute = false;
      };
    case "reset": {
      const { told } = fault;
      for (const connection of [...path.connections])
        connection.reset({ client: told !== "server", server: told !== "client" });
      return nothing;
    }
    case "far-away":
      path.slowness = random.between(100, 700);
      return () => {
        path.slowness = 0;
      };
    case "slow-reader":
      path.readRate = fault.rate;
      path.apply();
      return () => {
        path.readRate = Number.POSITIVE_INFINITY;
        path.apply();
      };
    case "requests-fail":
      path.losesAnswers = 0.6;
      return () => {
        path.losesAnswers = 0;
      };
    case "requests-repeated":
      path.repeatsRequests = 0.6;
      return () => {
        path.repeatsRequests = 0;
      };
  }
};

const onPage = (
  machine: Machine,
  fault: Extract<Fault, { kind: `page-${string}` }>,
  duration: number,
): Undo => {
  if (fault.kind === "page-reloaded") {
    if ("reload" in machine) machine.reload();
    return nothing;
  }
  if (!(machine instanceof Screen)) return nothing;
  if (fault.kind === "page-sleeps") {
    machine.sleep(duration, fault.isHidden);
    return nothing;
  }
  machine.hide();
  return () => machine.wake();
};

const begin = (scene: Scene, fault: Fault, duration: number): Undo => {
  if ("node" in fault) return onNode(scene, fault);
  if (!("machine" in fault)) return onDatabase(scene, fault.kind);
  const machine = scene.machines[fault.machine];
  if (machine === undefined) return nothing;
  switch (fault.kind) {
    case "page-sleeps":
    case "page-hidden":
    case "page-reloaded":
      return onPage(machine, fault, duration);
    default:
      return onPath(scene.world, machine.path, fault);
  }
};

/** Lets each fault begin and end in its time; at the end of a storm all of them are over and every node runs. */
export const injectStorm = (scene: Scene, { faults, endsAt, resets }: Storm): void => {
  const { clock, trace } = scene.world;
  const open = new Set<Undo>();
  for (const { at, duration, fault } of faults) {
    clock.after(at, () => {
      trace.add("fault", `${JSON.stringify(fault)} for ${duration.toFixed(0)} ms`);
      const undo = begin(scene, fault, duration);
      open.add(undo);
      clock.after(duration, () => {
        if (!open.delete(undo)) return;
        trace.add("fault", `${fault.kind} is over`);
        undo();
      });
    });
  }
  clock.after(endsAt, () => {
    trace.add("fault", "everything heals");
    const connections = scene.machines.flatMap(({ path }) => [...path.connections]);
    for (const connection of connections)
      if (scene.world.random.chance(resets)) connection.reset({ client: true, server: true });
    for (const undo of open) undo();
    open.clear();
    for (let place = 0; place < scene.nodes; place += 1) scene.cluster.start(place);
    for (const machine of scene.machines) if (machine instanceof Screen) machine.wake();
  });
};
