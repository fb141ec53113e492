import type { demoBodies } from "@callnext/protocol";
import type { Simulations } from "./simulations.ts";

export interface RunningDemo {
  readonly password: string;
  listing(): Promise<demoBodies.DemoAnswer>;
  readonly simulations: Simulations;
}
