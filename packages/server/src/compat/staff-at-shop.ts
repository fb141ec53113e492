import type { FastifyRequest } from "fastify";
import { membershipsOf } from "../people/caller.ts";
import type { Place } from "../people/directory.ts";
import { membershipsSeeing } from "../people/memberships-seeing.ts";
import { isOwn } from "../people/own-tenant.ts";
import type { TenantAction } from "../people/permissions.ts";
import { membershipFor, reaches } from "../people/rights-in-shop.ts";
import type { Authorisation } from "../http/core/authorisation.ts";
import type { Context } from "../http/core/context.ts";
import { requireCaller } from "../http/core/gate.ts";
import { ProblemError } from "../http/core/problem-error.ts";
import { DetailError } from "./detail-error.ts";
import { findShop, shopUnknown } from "./shop-by-ref.ts";

const found = new WeakMap<FastifyRequest, Place>();

/**
 * The gate of these pages: their addresses name a shop, or an appointment, and no organisation. It is the one that
 * the shop belongs to, where the caller works for that; what is another's, or out of reach, is as unknown as what
 * never was. As with the other gates, nothing else of a request is read before.
 */
function staffRoute(
  context: Context,
  action: TenantAction,
  find: (params: Readonly<Record<string, string | undefined>>) => Promise<Place | undefined>,
  unknown: () => DetailError,
) {
  const authorisation: Authorisation = {
    kind: "inside",
    by: `a member of the shop's organisation whose role has ${action}`,
  };
  return {
    config: { authorisation },
    onRequest: async (request: FastifyRequest): Promise<void> => {
      const caller = await requireCaller(request, context);
      const place = await find(request.params as Readonly<Record<string, string | undefined>>);
      if (place === undefined) throw unknown();
      const seeing = await membershipsSeeing(context.directory, membershipsOf(caller), place.shopId);
      const membership = membershipFor(seeing, place, action);
      if (membership === undefined) {
        const own = seeing.find((each) => isOwn(each.tenant, place.tenantId) && reaches(each, place.shopId));
        if (own === undefined) throw unknown();
        throw new ProblemError(own.tenant.suspended ? "tenant-suspended" : "forbidden");
      }
      request.access = { caller, membership };
      found.set(request, place);
    },
  };
}

/** For routes whose address names the shop. */
export function forStaffOfShop(context: Context, action: TenantAction) {
  return staffRoute(context, action, ({ shopId = "" }) => findShop(context, shopId), shopUnknown);
}

/** For routes whose address names an appointment. */
export function forStaffOfAppointment(context: Context, action: TenantAction) {
  const find = ({ appointmentId = "" }) => context.directory.appointment(Number(appointmentId));
  return staffRoute(context, action, find, appointmentUnknown);
}

export function appointmentUnknown(): DetailError {
  return new DetailError(404, "appointment-not-found", "Appointment not found");
}

/** Where the gate let the request in. */
export function placeOf(request: FastifyRequest): Place {
  const place = found.get(request);
  if (place === undefined) throw new Error(`${request.routeOptions.url} has no gate`);
  return place;
}
