import type { History } from "../history.ts";
import type { SimulatedNetwork } from "../network/network.ts";
import type { SimulatedClock } from "./clock.ts";
import type { Random } from "./random.ts";
import type { Trace } from "./trace.ts";

/** What everything in a run shares. */
export interface World {
  readonly clock: SimulatedClock;
  readonly random: Random;
  readonly history: History;
  readonly trace: Trace;
  readonly network: SimulatedNetwork;
}
