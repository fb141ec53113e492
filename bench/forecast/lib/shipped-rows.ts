import { join } from "node:path";
import { readWaits } from "./read-waits.ts";
import type { WaitsRow } from "./waits-row.ts";

/** Eleven days of Warsaw's offices; data/README.md has the notice. */
export const SHIPPED = join(import.meta.dirname, "..", "data", "waits-2019-12-30-to-2020-01-15.csv.gz");

export const shippedRows = (): WaitsRow[] => readWaits(SHIPPED);
