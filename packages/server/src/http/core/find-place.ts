import type { ProblemCode } from "@callnext/protocol";
import type { FastifyRequest } from "fastify";
import type { Place, PlacedKind } from "../../people/directory.ts";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import { accessOf } from "./gate.ts";
import type { Context } from "./context.ts";
import { ProblemError } from "./problem-error.ts";

const UNKNOWN: Readonly<Record<PlacedKind, ProblemCode>> = {
  queue: "queue-not-found",
  counter: "counter-not-found",
  display: "display-not-found",
  ticket: "ticket-not-found",
};

/** The shop that holds this thing; what belongs to another tenant is as unknown as what never was. */
export async function staffPlace(
  request: FastifyRequest,
  context: Context,
  kind: PlacedKind,
  id: string,
): Promise<Place> {
  const place = await context.directory.placeOf(kind, id);
  if (place?.tenantId !== accessOf(request).membership.tenant.id) throw new ProblemError(UNKNOWN[kind]);
  return place;
}

export async function publicPlace(
  context: Context,
  tenantSlug: string,
  kind: PlacedKind,
  id: string,
): Promise<Place> {
  const place = await context.directory.placeOf(kind, id);
  if (place?.tenantSlug !== tenantSlug) throw new ProblemError(UNKNOWN[kind]);
  return place;
}

/** The tenant's own shop of this id. */
export async function staffShop(request: FastifyRequest, context: Context, shopId: number): Promise<Place> {
  const place = await context.directory.shop(shopId);
  if (place?.tenantId !== accessOf(request).membership.tenant.id) throw new ProblemError("shop-not-found");
  return place;
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
