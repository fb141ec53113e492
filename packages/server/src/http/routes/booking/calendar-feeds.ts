import { booking } from "@callnext/protocol";
import type { FastifyRequest } from "fastify";
import { may } from "../../../people/permissions.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, done, TAGS } from "../../core/describe-route.ts";
import { snapshotOf, staffShop } from "../../core/find-place.ts";
import { accessOf } from "../../core/gate.ts";
import { TenantCalendarFeed, TenantShop } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { calendarFeedOnWire } from "../../wire/calendar-feed-on-wire.ts";

/** Secret addresses for calendar programs. Everybody has their own; who changes settings sees and ends all of them. */
export function calendarFeeds(app: App, context: Context): void {
  list(app, context);
  make(app, context);
  revoke(app, context);
}

function list(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/shops/:shopId/calendar-feeds",
    schema: {
      operationId: "listCalendarFeeds",
      summary:
        "A shop's calendar addresses: one's own, or all for who changes settings; never the addresses themselves",
      tags: [TAGS.appointments],
      params: TenantShop,
      response: answers(200, booking.CalendarFeedList, ["shop-not-found"]),
    },
    config: { authorisation: { kind: "action", action: "see-appointments" } },
    async handler(request) {
      const place = await staffShop(request, context, request.params.shopId);
      const feeds = await context.calendarFeeds.list(place, whose(request));
      const snapshot = await snapshotOf(context, place.shopId);
      return { feeds: feeds.map((feed) => calendarFeedOnWire(feed, snapshot)) };
    },
  });
}

function make(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/shops/:shopId/calendar-feeds",
    schema: {
      operationId: "makeCalendarFeed",
      summary: "Make a secret address at which a calendar program reads the appointments",
      description:
        "`url` is shown in this answer only, so an `Idempotency-Key` does not bring it back. It shows what whoever made it may see, and ends when they leave.",
      tags: [TAGS.appointments],
      params: TenantShop,
      body: booking.CalendarFeedBody,
      response: answers(201, booking.NewCalendarFeedAnswer, [
        "shop-not-found",
        "provider-not-found",
        "too-many-calendar-feeds",
        "forbidden",
      ]),
    },
    config: { authorisation: { kind: "action", action: "see-appointments" } },
    async handler(request, reply) {
      const place = await staffShop(request, context, request.params.shopId);
      const { name, provider_id: providerId } = request.body;
      const snapshot = await snapshotOf(context, place.shopId);
      if (providerId !== null && !snapshot.state.providers.has(providerId))
        throw new ProblemError("provider-not-found", { field: "provider_id" });
      const { staffId } = accessOf(request).membership;
      // A feed ends with its maker's membership, and a program has none.
      if (staffId === null) throw new ProblemError("forbidden");
      const made = await context.calendarFeeds.make(place, { name, providerId, madeBy: staffId });
      if (typeof made === "string") throw new ProblemError(made);
      const url = `${context.publicOrigin()}/api/v1/public/calendars/${made.token}/appointments.ics`;
      return reply
        .code(201)
        .header("cache-control", "no-store")
        .send({ feed: calendarFeedOnWire(made.feed, snapshot), url });
    },
  });
}

function revoke(app: App, context: Context): void {
  app.route({
    method: "DELETE",
    url: "/tenants/:slug/shops/:shopId/calendar-feeds/:feedId",
    schema: {
      operationId: "revokeCalendarFeed",
      summary: "End a calendar address, at once",
      tags: [TAGS.appointments],
      params: TenantCalendarFeed,
      response: done(["calendar-feed-not-found"]),
    },
    config: { authorisation: { kind: "action", action: "see-appointments" } },
    async handler(request, reply) {
      const { shopId, feedId } = request.params;
      const place = await staffShop(request, context, shopId);
      if (!(await context.calendarFeeds.revoke(place, feedId, whose(request))))
        throw new ProblemError("calendar-feed-not-found");
      return reply.code(204).send(null);
    },
  });
}

/** Null: everybody's. */
function whose(request: FastifyRequest): number | null {
  const { role, staffId } = accessOf(request).membership;
  if (may(role, "change-settings")) return null;
  // A program has made none.
  return staffId ?? 0;
}
