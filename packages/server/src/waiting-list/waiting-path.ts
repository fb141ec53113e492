import type { WaitingKeys } from "../people/ticket-keys.ts";

/** An entry's private link on this server. Its key stands behind `#`, so that it reaches no server's log. */
export function waitingPath({ waitingKeys }: { readonly waitingKeys: WaitingKeys }, id: string): string {
  return `/waiting/${id}#k=${waitingKeys.of(id)}`;
}
