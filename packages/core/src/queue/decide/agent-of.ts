import type { Actor } from "../actor.ts";

export const agentOf = (by: Actor): number | null => (by.kind === "staff" ? by.id : null);
