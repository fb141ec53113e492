import type { AppointmentId } from "@callnext/core";
import type { ProblemCode } from "@callnext/protocol";
import type { FastifyRequest } from "fastify";
import type { Place, PlacedKind } from "../../people/directory.ts";
import { isOwn } from "../../people/own-tenant.ts";
import { reaches } from "../../people/rights-in-shop.ts";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import { accessOf } from "./gate.ts";
import type { Context } from "./context.ts";
import { ProblemError } from "./problem-error.ts";

const UNKNOWN: Readonly<Record<PlacedKind, ProblemCode>> = {
  queue: "queue-not-found",
  counter: "counter-not-found",
  display: "display-not-found",
  ticket: "ticket-not-found",
  provider: "provider-not-found",
  waiting: "waiting-not-found",
};

/** The shop that holds this thing; what belongs to another tenant, or out of reach, is as unknown as what never was. */
export async function staffPlace(
  request: FastifyRequest,
  context: Context,
  kind: PlacedKind,
  id: string,
): Promise<Place> {
  const place = await context.directory.placeIn(tenantOf(request), kind, id);
  if (!isWithinReach(request, place)) throw new ProblemError(UNKNOWN[kind]);
  return place;
}

/** For visitors. */
export async function publicPlace(
  context: Context,
  tenantSlug: string,
  kind: PlacedKind,
  id: string,
): Promise<Place> {
  const place = await context.directory.placeOf(kind, id);
  if (place?.tenantSlug !== tenantSlug) throw new ProblemError(UNKNOWN[kind]);
  requireInForce(await snapshotOf(context, place.shopId));
  return place;
}

/** The same of an appointment. */
export async function staffAppointment(
  request: FastifyRequest,
  context: Context,
  id: AppointmentId,
): Promise<Place> {
  const place = await context.directory.appointmentIn(tenantOf(request), id);
  if (!isWithinReach(request, place)) throw new ProblemError("appointment-not-found");
  return place;
}

/** The tenant's own shop of this id, where the caller is not limited to others. */
export async function staffShop(request: FastifyRequest, context: Context, shopId: number): Promise<Place> {
  const place = await context.directory.shopIn(tenantOf(request), shopId);
  if (!isWithinReach(request, place)) throw new ProblemError("shop-not-found");
  return place;
}

/** Whose rows are asked: the caller's by right, whatever the address says. */
function tenantOf(request: FastifyRequest): number {
  return accessOf(request).membership.tenant.id;
}

function isWithinReach(request: FastifyRequest, place: Place | undefined): place is Place {
  const { membership } = accessOf(request);
  return place !== undefined && isOwn(membership.tenant, place.tenantId) && reaches(membership, place.shopId);
}

/** Of a suspended tenant nothing is open to visitors. */
export function requireInForce({ suspended }: ShopSnapshot): void {
  if (suspended) throw new ProblemError("tenant-suspended");
}

export async function snapshotOf(context: Context, shopId: number): Promise<ShopSnapshot> {
  const snapshot = await context.runtime.snapshot(shopId);
  if (snapshot === undefined) throw new ProblemError("shop-not-found");
  return snapshot;
}

export async function freshSnapshotOf(context: Context, shopId: number): Promise<ShopSnapshot> {
  const snapshot = await context.runtime.freshSnapshot(shopId);
  if (snapshot === undefined) throw new ProblemError("shop-not-found");
  return snapshot;
}
