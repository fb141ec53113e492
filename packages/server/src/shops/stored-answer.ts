import type { CommandAnswer, CommandRefusal, IdempotencyClaim } from "./shop-runtime.ts";

/** What a command came to, without the snapshot; also what is kept under an idempotency key. */
export type StoredAnswer =
  | { readonly ok: true; readonly answer: CommandAnswer }
  | { readonly ok: false; readonly refusal: CommandRefusal };

/** What names a claim within its tenant; the parts cannot run into each other. */
export function claimName(claim: Pick<IdempotencyClaim, "actor" | "route" | "key">): string {
  return JSON.stringify([claim.actor, claim.route, claim.key]);
}
