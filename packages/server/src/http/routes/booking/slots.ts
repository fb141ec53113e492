import { booking } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import { holdsAppointment } from "../../core/appointment-cookie.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { snapshotOf, staffShop } from "../../core/find-place.ts";
import { limitSearch } from "../../core/limit-requests.ts";
import { PublicShop, TenantShop } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { slotsAnswer } from "../../wire/slots-answer.ts";
import { bookableShop } from "./bookable-shop.ts";

/** When a visit can be booked: for visitors within the shop's rules, for staff from now on. */
export function slots(app: App, context: Context): void {
  forVisitors(app, context);
  forStaff(app, context);
}

function forVisitors(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/public/shops/:shopSlug/booking/slots/",
    schema: {
      operationId: "publicSlots",
      summary: "The times that are free for a service",
      description:
        "With `appointment_id`, one of your own, its time counts as free: for moving it. None where booking is closed.",
      tags: [TAGS.visitors],
      security: [],
      params: PublicShop,
      querystring: booking.SlotsQuery,
      response: answers(200, booking.SlotsAnswer, [
        "shop-not-found",
        "appointment-not-found",
        "tenant-suspended",
        "too-many-requests",
      ]),
    },
    config: { authorisation: { kind: "public", why: "what is free, and nobody's name" } },
    async handler(request, reply) {
      limitSearch(request);
      const { service_id: serviceId, provider_id: providerId = null, from, days, ...more } = request.query;
      const snapshot = await bookableShop(context, request.params.shopSlug);
      const ignoring = more.appointment_id ?? null;
      if (ignoring !== null && !holdsAppointment(request, context, ignoring))
        throw new ProblemError("appointment-not-found");
      void reply.header("cache-control", "no-store");
      const now = context.now();
      return slotsAnswer(snapshot, { serviceId, providerId, from, days, ignoring, now, byStaff: false });
    },
  });
}

function forStaff(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/shops/:shopId/slots",
    schema: {
      operationId: "listSlots",
      summary: "The times that are free for a service, without lead time and horizon",
      tags: [TAGS.appointments],
      params: TenantShop,
      querystring: booking.SlotsQuery,
      response: answers(200, booking.SlotsAnswer, ["shop-not-found"]),
    },
    config: { authorisation: { kind: "action", action: "see-appointments" } },
    async handler(request, reply) {
      const { service_id: serviceId, provider_id: providerId = null, from, days, ...more } = request.query;
      const { shopId } = await staffShop(request, context, request.params.shopId);
      const snapshot = await snapshotOf(context, shopId);
      void reply.header("cache-control", "no-store");
      const ignoring = more.appointment_id ?? null;
      const now = context.now();
      return slotsAnswer(snapshot, { serviceId, providerId, from, days, ignoring, now, byStaff: true });
    },
  });
}
