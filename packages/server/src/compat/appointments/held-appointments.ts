import type { FastifyRequest } from "fastify";
import { holdsAppointment } from "../../http/core/appointment-cookie.ts";
import type { Context } from "../../http/core/context.ts";
import type { FoundAppointment } from "./appointments-of-phone.ts";

const COOKIE = /(?:^|;\s*)callnext_appointment_([1-9]\d{0,9})=/g;
/** More than a browser keeps of them for one address. */
const MOST = 50;

/** Those whose cookie the browser brought. */
export async function heldAppointments(
  request: FastifyRequest,
  context: Context,
): Promise<readonly FoundAppointment[]> {
  const named = [...(request.headers.cookie ?? "").matchAll(COOKIE)]
    .slice(0, MOST)
    .map(([, id]) => Number(id));
  const held: FoundAppointment[] = [];
  for (const id of named) {
    if (!holdsAppointment(request, context, id)) continue;
    const place = await context.directory.appointment(id);
    if (place !== undefined) held.push({ id, shopId: place.shopId });
  }
  return held;
}
