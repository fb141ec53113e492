import type { AppointmentDetails, AppointmentId } from "@callnext/core";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { findAppointment } from "../../booking/find-appointment.ts";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import type { Authorisation } from "./authorisation.ts";
import { holdsAppointment } from "./appointment-cookie.ts";
import type { Context } from "./context.ts";
import { requireInForce, snapshotOf } from "./find-place.ts";
import { rowNumber } from "./params.ts";
import { ProblemError } from "./problem-error.ts";

/** What routes about a visitor's own appointment declare. */
export const BY_APPOINTMENT: Authorisation = {
  kind: "inside",
  by: "the appointment's cookie or private link",
};

export const OwnAppointmentId = z.object({ appointmentId: rowNumber });

/** A visit of today may be looked at tomorrow. */
export const KEPT_AFTER_MS = 24 * 3_600_000;

export interface Own {
  readonly found: AppointmentDetails;
  readonly snapshot: ShopSnapshot;
}

/** Numbers can be counted up: whoever does not hold the appointment learns nothing, not even that it is there. */
export async function requireOwn(
  request: FastifyRequest,
  context: Context,
  id: AppointmentId,
): Promise<ShopSnapshot> {
  const place = holdsAppointment(request, context, id) ? await context.directory.appointment(id) : undefined;
  if (place === undefined) throw new ProblemError("appointment-not-found");
  const snapshot = await snapshotOf(context, place.shopId);
  requireInForce(snapshot);
  return snapshot;
}

export async function ownAppointment(
  request: FastifyRequest,
  context: Context,
  id: AppointmentId,
): Promise<Own> {
  const snapshot = await requireOwn(request, context, id);
  const found = await findAppointment(context, snapshot, id);
  if (found === undefined) throw new ProblemError("appointment-not-found");
  return { found, snapshot };
}
