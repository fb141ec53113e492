import type { AppointmentDetails, AppointmentId } from "@callnext/core";
import type { FastifyRequest } from "fastify";
import { findAppointment } from "../../booking/find-appointment.ts";
import type { Place } from "../../people/directory.ts";
import type { Acting } from "../../http/core/acting.ts";
import { holdsAppointment } from "../../http/core/appointment-cookie.ts";
import type { Authorisation } from "../../http/core/authorisation.ts";
import type { Context } from "../../http/core/context.ts";
import { freshSnapshotOf } from "../../http/core/find-place.ts";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import { DetailError } from "../detail-error.ts";
import { provesPhone } from "../visitors/phone-code.ts";
import { digitsOf } from "../visitors/same-phone.ts";
import { bookingStaff } from "./booking-staff.ts";

export const BY_APPOINTMENT_OR_PHONE: Authorisation = {
  kind: "inside",
  by: "the phone number where the shop goes by it alone, else the appointment's cookie or link, a code sent to the phone, or the shop's staff",
};

export interface Reached {
  readonly place: Place;
  readonly found: AppointmentDetails;
  readonly snapshot: ShopSnapshot;
  readonly acting: Acting;
}

interface Proof {
  readonly phone_number?: string | undefined;
  readonly code?: string | undefined;
}

/** Numbers can be counted up: who has not shown that an appointment is theirs learns not even that it is there. */
export async function reachedAppointment(
  request: FastifyRequest,
  context: Context,
  id: AppointmentId,
  proof: Proof,
): Promise<Reached> {
  const place = await context.directory.appointment(id);
  if (place === undefined) throw notReached();
  const snapshot = await freshSnapshotOf(context, place.shopId);
  const found = snapshot.suspended ? undefined : await findAppointment(context, snapshot, id);
  if (found === undefined) throw notReached();
  const visitor: Acting = { by: { kind: "visitor" }, claimant: `appointment:${id}` };
  if (holdsAppointment(request, context, id) || (await isOfPhone(context, snapshot, found, proof)))
    return { place, found, snapshot, acting: visitor };
  const acting = await bookingStaff(request, context, place);
  if (acting === null) throw notReached();
  return { place, found, snapshot, acting };
}

async function isOfPhone(
  context: Context,
  { state: { shop } }: ShopSnapshot,
  { booker }: AppointmentDetails,
  { phone_number: digits, code }: Proof,
): Promise<boolean> {
  if (digits === undefined) return false;
  // Asked first: were guesses counted for the right number alone, their end would tell that it is the right one.
  const isProven = shop.phoneAlone || (await provesPhone(context, shop.id, digits, code));
  const phone = booker?.phone ?? null;
  return isProven && phone !== null && digitsOf(phone) === digits;
}

function notReached(): DetailError {
  return new DetailError(
    404,
    "appointment-not-found",
    "Appointment not found. Where a shop does not go by the phone number alone, it opens with its own link or with a code sent to the phone.",
  );
}
