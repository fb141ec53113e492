import type { AppointmentId } from "@callnext/core";
import type { FastifyRequest } from "fastify";
import { nextAppointmentId } from "../../../storage/next-appointment-id.ts";
import { holdsAppointment } from "../../core/appointment-cookie.ts";
import type { Context } from "../../core/context.ts";
import { ProblemError } from "../../core/problem-error.ts";

/** The id of what is to be held or booked: that of the sender's own hold in this shop, or else a new one. */
export async function slotId(
  request: FastifyRequest,
  context: Context,
  shopId: number,
  holdId: AppointmentId | null,
): Promise<AppointmentId> {
  if (holdId === null) return await nextAppointmentId(context.db);
  const place = holdsAppointment(request, context, holdId)
    ? await context.directory.appointment(holdId)
    : undefined;
  if (place !== undefined && place.shopId !== shopId) throw new ProblemError("appointment-not-found");
  // A hold that has run out leaves nothing behind.
  return place === undefined ? await nextAppointmentId(context.db) : holdId;
}
