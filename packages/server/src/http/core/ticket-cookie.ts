import type { FastifyReply, FastifyRequest } from "fastify";
import { cookieValue } from "../../people/session-token.ts";
import type { Context } from "./context.ts";
import { cookieCounts } from "./gate.ts";

const DAY_SECONDS = 24 * 3600;

function cookieName(ticketId: string): string {
  return `callnext_ticket_${ticketId}`;
}

export function giveTicketCookie(context: Context, reply: FastifyReply, ticketId: string): void {
  const secure = context.config.publicUrl?.startsWith("https:") === true;
  const flags = { path: "/", httpOnly: true, sameSite: "lax", secure, maxAge: DAY_SECONDS } as const;
  void reply.setCookie(cookieName(ticketId), context.ticketKeys.of(ticketId), flags);
}

/** Whether the request proves that the ticket is its sender's: by the private link's key, or by the cookie of signup. */
export function holdsTicket(request: FastifyRequest, context: Context, ticketId: string): boolean {
  const header = request.headers["x-ticket-key"];
  if (typeof header === "string" && context.ticketKeys.fits(ticketId, header)) return true;
  const cookie = cookieValue(request.headers.cookie ?? "", cookieName(ticketId));
  return cookie !== undefined && cookieCounts(request, context) && context.ticketKeys.fits(ticketId, cookie);
}
