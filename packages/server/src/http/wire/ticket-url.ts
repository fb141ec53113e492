import type { Context } from "../core/context.ts";

/** The ticket's private link. Its key stands behind `#`, so that it reaches no server's log. */
export function ticketUrl(context: Pick<Context, "ticketKeys">, ticketId: string): string {
  return `/ticket/${ticketId}#k=${context.ticketKeys.of(ticketId)}`;
}
