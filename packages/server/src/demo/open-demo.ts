import type { Logger } from "pino";
import type { Config } from "../config/config.ts";
import type { Directory } from "../people/directory.ts";
import type { Staffing } from "../people/staffing.ts";
import type { OpenDatabase } from "../storage/open-database.ts";
import { demoListing } from "./demo-listing.ts";
import type { DemoTools } from "./fill-demo.ts";
import { prepareDemo } from "./prepare-demo.ts";
import type { RunningDemo } from "./running-demo.ts";
import { createSimulations } from "./simulations.ts";

export interface DemoNeeds extends DemoTools {
  readonly directory: Directory;
  readonly staffing: Staffing;
  readonly config: Config;
  readonly log: Logger;
  readonly asOwner: OpenDatabase["asOwner"];
  /** Of the simulation; 1 is pleasant to watch, less is faster. */
  readonly pace: number;
  /** The server's own address, once it listens. */
  readonly address: () => string;
}

/** The demo of this database, filled now where it is empty; null where there is none. */
export async function openDemo(needs: DemoNeeds): Promise<RunningDemo | null> {
  const password = await prepareDemo(needs, needs);
  if (password === null) return null;
  const listing = () => demoListing(needs);
  return { password, listing, simulations: createSimulations({ ...needs, password, listing }) };
}
