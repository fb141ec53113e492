import type { SocketSession } from "@callnext/server/simulation";
import type { Caller } from "../network/network.ts";
import type { NetworkPath } from "../network/network-path.ts";
import { Host } from "../world/host.ts";
import type { World } from "../world/world.ts";
import { SimulatedEnvironment } from "./simulated-environment.ts";

/** One page in one browser, until it is closed or reloaded. */
export interface Page {
  readonly host: Host;
  readonly environment: SimulatedEnvironment;
}

export interface PageOptions {
  readonly name: string;
  readonly path: NetworkPath;
  readonly session: SocketSession | null;
  readonly skew: number;
}

/** Opens a page whose arrivals and log lines stand in the trace. */
export const openPage = (world: World, { name, path, session, skew }: PageOptions): Page => {
  const { clock, history, network, random, trace } = world;
  const host = new Host(name, clock);
  const arrivals = history.arrivals.get(name) ?? [];
  history.arrivals.set(name, arrivals);
  const onArrival = (text: string): void => {
    arrivals.push({ at: clock.now, text });
    trace.add(name, `<- ${text}`);
  };
  const caller: Caller = { host, path, session, onArrival };
  const log = (line: string): void => trace.add(name, line);
  return {
    host,
    environment: new SimulatedEnvironment({ caller, network, random: random.fork(), skew, log }),
  };
};
