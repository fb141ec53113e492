import type { Instant } from "@callnext/core";
import type { FastifyReply, FastifyRequest } from "fastify";
import { cookieValue } from "../../people/session-token.ts";
import type { Context } from "./context.ts";
import { cookieCounts } from "./gate.ts";

function cookieName(id: string): string {
  return `callnext_waiting_${id}`;
}

/** The browser's proof that the entry of the waiting list is its user's. */
export function giveWaitingCookie(context: Context, reply: FastifyReply, id: string, until: Instant): void {
  const secure = context.config.publicUrl?.startsWith("https:") === true;
  const maxAge = Math.max(1, Math.ceil((until - context.now()) / 1000));
  const flags = { path: "/", httpOnly: true, sameSite: "lax", secure, maxAge } as const;
  void reply.setCookie(cookieName(id), context.waitingKeys.of(id), flags);
}

/** Whether the request proves that the entry is its sender's: by the private link's key, or by the cookie. */
export function holdsWaiting(request: FastifyRequest, context: Context, id: string): boolean {
  const header = request.headers["x-waiting-key"];
  if (typeof header === "string" && context.waitingKeys.fits(id, header)) return true;
  const cookie = cookieValue(request.headers.cookie ?? "", cookieName(id));
  return cookie !== undefined && cookieCounts(request, context) && context.waitingKeys.fits(id, cookie);
}
