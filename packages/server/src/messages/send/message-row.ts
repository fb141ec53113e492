import type { Selectable } from "kysely";
import type { Database } from "../../storage/schema.ts";

export type MessageRow = Selectable<Database["messages"]>;
