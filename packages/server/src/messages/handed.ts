import type { MessageFailure, SkipReason } from "./message.ts";

/** How handing a message over to whoever carries it went. */
export type Handed =
  | { readonly outcome: "sent" }
  | { readonly outcome: "skipped"; readonly reason: SkipReason }
  /** `again`: it certainly did not go out, and another try may go well. */
  | { readonly outcome: "failed"; readonly reason: MessageFailure; readonly again: boolean };

export const SENT: Handed = { outcome: "sent" };

export function failed(reason: MessageFailure, again = false): Handed {
  return { outcome: "failed", reason, again };
}
