import type { AppointmentId, Instant } from "@callnext/core";
import type { FastifyReply, FastifyRequest } from "fastify";
import { cookieValue } from "../../people/session-token.ts";
import type { Context } from "./context.ts";
import { cookieCounts } from "./gate.ts";

function cookieName(id: AppointmentId): string {
  return `callnext_appointment_${id}`;
}

/** The browser's proof that the appointment is its user's. */
export function giveAppointmentCookie(
  context: Context,
  reply: FastifyReply,
  id: AppointmentId,
  until: Instant,
): void {
  const secure = context.config.publicUrl?.startsWith("https:") === true;
  const maxAge = Math.max(1, Math.ceil((until - context.now()) / 1000));
  const flags = { path: "/", httpOnly: true, sameSite: "lax", secure, maxAge } as const;
  void reply.setCookie(cookieName(id), context.appointmentKeys.of(id), flags);
}

export function dropAppointmentCookie(reply: FastifyReply, id: AppointmentId): void {
  void reply.clearCookie(cookieName(id), { path: "/" });
}

/** Whether the request proves that the appointment is its sender's: by the private link's key, or by the cookie. */
export function holdsAppointment(request: FastifyRequest, context: Context, id: AppointmentId): boolean {
  const header = request.headers["x-appointment-key"];
  if (typeof header === "string" && context.appointmentKeys.fits(id, header)) return true;
  const cookie = cookieValue(request.headers.cookie ?? "", cookieName(id));
  return cookie !== undefined && cookieCounts(request, context) && context.appointmentKeys.fits(id, cookie);
}
