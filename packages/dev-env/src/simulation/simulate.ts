import type { SocketSession } from "@callnext/server/simulation";
import { Board } from "./clients/board.ts";
import { BookingBook } from "./clients/booking-book.ts";
import { Desk } from "./clients/desk.ts";
import { Kiosk } from "./clients/kiosk.ts";
import { List } from "./clients/list.ts";
import { Screen } from "./clients/screen.ts";
import { nextAtDesk, nextAtDoor } from "./clients/step.ts";
import { check } from "./checkers/check.ts";
import type { Violation } from "./checkers/violation.ts";
import { type History, newHistory } from "./history.ts";
import { SimulatedNetwork } from "./network/network.ts";
import { Cluster } from "./node/cluster.ts";
import { type Audience, drawPlan, type Plan } from "./plan/draw-plan.ts";
import type { ProfileName } from "./plan/profiles.ts";
import { injectStorm, type Machine } from "./plan/inject-faults.ts";
import {
  beginShop,
  DISPLAYS,
  openShop,
  PROVIDERS,
  QUEUES,
  SHOP_ID,
  STAFF,
  TENANT,
} from "./plan/open-shop.ts";
import { SimulatedStore } from "./store/store.ts";
import { fairWeather } from "./store/store-link.ts";
import { SimulatedClock, START } from "./world/clock.ts";
import { Random } from "./world/random.ts";
import { Trace } from "./world/trace.ts";
import type { World } from "./world/world.ts";

export interface SimulationResult {
  readonly seed: number;
  readonly profile: ProfileName;
  readonly violations: readonly Violation[];
  /** Equal for two runs exactly when everything happened alike in them. */
  readonly traceHash: string;
  readonly plan: Plan;
  readonly history: History;
}

/** Screens and boards are opened within this time. */
const OPENING_MS = 2_000;
/** After the screens are closed, servers let go of everything within this. */
const LETTING_GO_MS = 30_000;

const topicOf = (audience: Audience, screen: number): string =>
  audience === "display" ? `display:${DISPLAYS[screen % DISPLAYS.length]}` : `shop:${SHOP_ID}:${audience}`;

/** What a seed decides before its run begins. */
export const planOf = (seed: number): Plan => drawPlan(new Random(seed));

const newWorld = (seed: number, writeTrace: ((line: string) => void) | null): World => {
  const clock = new SimulatedClock();
  // Not the numbers again that the plan was drawn by.
  const random = new Random(~seed);
  const history = newHistory({ begin: beginShop(), tenant: TENANT, staffNames: STAFF });
  const network = new SimulatedNetwork({ clock, random: random.fork(), history });
  return { clock, random, history, network, trace: new Trace(clock, writeTrace) };
};

const staffSession: SocketSession = {
  credential: { kind: "session", id: "session" },
  standing: "",
  userId: "staff",
  memberships: [{ tenant: { ...TENANT, suspended: false }, staffId: 11, role: "agent", shopIds: null }],
  device: null,
};

const newScreens = (world: World, plan: Plan): readonly Screen[] =>
  plan.screens.map(
    (audiences, index) =>
      new Screen(world, {
        name: `screen${index + 1}`,
        topics: audiences.map((audience) => topicOf(audience, index)),
        session: audiences.includes("staff") ? staffSession : null,
      }),
  );

const newBoards = (world: World, plan: Plan): readonly Board[] =>
  Array.from({ length: plan.boards }, (_, index) => {
    const displayId = DISPLAYS[index % DISPLAYS.length] ?? DISPLAYS[0];
    return new Board(world, { name: `board${index + 1}`, displayId, tenantSlug: TENANT.slug });
  });

const newDesks = (world: World, plan: Plan): readonly Desk[] =>
  [...STAFF.keys()].slice(0, plan.desks).map((staffId, index) => {
    const counter = String(index + 1);
    return new Desk(world, {
      name: `desk${index + 1}`,
      staffId,
      tenantSlug: TENANT.slug,
      pauseMs: plan.pauseMs,
      until: plan.quietAt,
      next: (random, atCounter) =>
        nextAtDesk(random, { atCounter, counter, queues: QUEUES, displayIds: DISPLAYS }),
    });
  });

const newKiosk = (world: World, plan: Plan): Kiosk =>
  new Kiosk(world, {
    name: "kiosk",
    staffId: 13,
    tenantSlug: TENANT.slug,
    pauseMs: plan.pauseMs,
    until: plan.quietAt,
    next: (random) => nextAtDoor(random, QUEUES),
  });

/** Asks for more at a time than a desk does, and no machine of the storms' is its. */
const newReception = (world: World, plan: Plan): Desk => {
  const book = new BookingBook(() => START + Math.floor(world.clock.now), SHOP_ID, PROVIDERS);
  return new Desk(world, {
    name: "reception",
    staffId: 12,
    tenantSlug: TENANT.slug,
    pauseMs: plan.pauseMs / 2,
    until: plan.quietAt,
    next: (random) => book.next(random),
    learn: (answer) => book.learn(answer),
  });
};

/** Runs one seed from the first event to the last, and looks at what happened. */
export const simulate = async (
  seed: number,
  writeTrace: ((line: string) => void) | null = null,
): Promise<SimulationResult> => {
  const world = newWorld(seed, writeTrace);
  const { clock, history, random, trace } = world;
  const plan = planOf(seed);
  const { storms, endAt, healsWithin } = plan;
  Object.assign(history, {
    calms: storms.map(({ endsAt }) => ({ from: endsAt, to: endsAt + healsWithin })),
    endedAt: endAt,
  });
  trace.add("plan", `${plan.profile}: ${plan.nodes} nodes, ${plan.storms.length} storms`);
  const weather = fairWeather();
  const newEpoch = (): string => `epoch${history.eras.length + 1}`;
  const store = new SimulatedStore({ clock, history, newEpoch });
  openShop(store, random.fork(), plan);
  const cluster = new Cluster({
    world,
    store,
    weather,
    busWeather: plan.bus,
    size: plan.nodes,
    shopId: SHOP_ID,
    displayIds: DISPLAYS,
  });
  for (let place = 0; place < plan.nodes; place += 1) cluster.start(place);
  const screens = newScreens(world, plan);
  const boards = newBoards(world, plan);
  const lists = Array.from(
    { length: plan.lists },
    (_, index) => new List(world, { name: `list${index + 1}`, shopId: SHOP_ID }),
  );
  const audience = [...screens, ...boards, ...lists];
  const desks = newDesks(world, plan);
  const kiosk = newKiosk(world, plan);
  const reception = plan.bookings ? newReception(world, plan) : null;
  for (const page of audience) clock.after(random.between(0, OPENING_MS), () => page.open());
  for (const desk of desks) void desk.work();
  kiosk.start();
  void reception?.work();
  const machines: readonly Machine[] = [...audience, ...desks, kiosk];
  for (const storm of storms)
    injectStorm({ world, cluster, store, weather, machines, nodes: plan.nodes }, storm);
  await clock.runUntil(endAt + 1);
  for (const each of audience) each.tellPresence();
  for (const machine of machines) machine.close();
  reception?.close();
  await clock.runUntil(endAt + LETTING_GO_MS);
  for (const each of audience) each.tellLeftovers();
  for (const node of cluster.running) {
    for (const [what, count] of Object.entries(node.leftovers))
      history.leftovers.push({ who: node.host.name, what, count });
  }
  return { seed, profile: plan.profile, violations: check(history), traceHash: trace.hash, plan, history };
};
