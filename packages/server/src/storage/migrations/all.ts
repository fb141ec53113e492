import type { Migration } from "kysely/migration";
import { up as initial } from "./0001-initial.ts";

/** In order; a published one is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001-initial": { up: initial },
};
