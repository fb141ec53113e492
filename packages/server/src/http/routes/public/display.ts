import { displayAccess, displayTickets, isoTime } from "@callnext/core";
import { publicBodies } from "@callnext/protocol";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { ShopSnapshot } from "../../../shops/shop-runtime.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { freshSnapshotOf, requireInForce, snapshotOf } from "../../core/find-place.ts";
import { addressed, TenantDisplay } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { BY_DISPLAY, requireWatch } from "../../core/require-watch.ts";

const REFUSALS = [
  "display-unknown",
  "display-inactive",
  "display-without-queues",
  "display-not-public",
  "tenant-suspended",
] as const;

export function display(app: App, context: Context): void {
  tickets(app, context);
  ping(app, context);
  home(app, context);
}

function tickets(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/public/tenants/:slug/displays/:displayId/tickets/",
    schema: {
      operationId: "displayTickets",
      summary:
        "What a board shows: its settings, the last ten calls and how many wait; never older than when asked",
      tags: [TAGS.visitors],
      security: [],
      params: TenantDisplay,
      response: answers(200, publicBodies.DisplayTickets, REFUSALS),
    },
    config: { authorisation: BY_DISPLAY },
    async handler(request, reply) {
      const displayId = request.params.displayId.toLowerCase();
      const snapshot = await freshSnapshotOf(context, await shopOf(context, request.params.slug, displayId));
      await requireOpen(request, context, snapshot, displayId);
      const body = displayTickets(snapshot, displayId, { now: context.now(), epoch: snapshot.epoch });
      if (body === undefined) throw new ProblemError("display-unknown");
      void reply.header("cache-control", "no-store");
      return {
        ...body,
        display: { ...body.display, ticket_colors: { ...body.display.ticket_colors } },
        tickets: [...body.tickets],
      };
    },
  });
}

function ping(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/public/tenants/:slug/displays/:displayId/ping/",
    schema: {
      operationId: "pingDisplay",
      summary: "A board says that it stands",
      tags: [TAGS.visitors],
      security: [],
      params: TenantDisplay,
      response: answers(200, publicBodies.PingAnswer, REFUSALS),
    },
    config: { authorisation: BY_DISPLAY },
    async handler(request) {
      const displayId = request.params.displayId.toLowerCase();
      const shopId = await shopOf(context, request.params.slug, displayId);
      await requireOpen(request, context, await snapshotOf(context, shopId), displayId);
      return { status: "ok" as const, timestamp: isoTime(context.now()) };
    },
  });
}

function home(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/public/displays/:displayId",
    schema: {
      operationId: "displayHome",
      summary: "Which organisation and shop a display belongs to",
      tags: [TAGS.visitors],
      security: [],
      params: z.object({ displayId: addressed }),
      response: answers(200, publicBodies.DisplayHome, REFUSALS),
    },
    config: { authorisation: BY_DISPLAY },
    async handler(request) {
      const displayId = request.params.displayId.toLowerCase();
      const place = await context.directory.placeOf("display", displayId);
      if (place === undefined) throw new ProblemError("display-unknown");
      await requireOpen(request, context, await snapshotOf(context, place.shopId), displayId);
      return { tenant_slug: place.tenantSlug, display_id: displayId, shop_id: place.shopId };
    },
  });
}

async function shopOf(context: Context, slug: string, displayId: string): Promise<number> {
  const place = await context.directory.placeOf("display", displayId);
  if (place?.tenantSlug !== slug) throw new ProblemError("display-unknown");
  return place.shopId;
}

/** Who may not look learns only that; these paths never answer 401, for a board of the document could not sign in. */
async function requireOpen(
  request: FastifyRequest,
  context: Context,
  snapshot: ShopSnapshot,
  displayId: string,
): Promise<void> {
  requireInForce(snapshot);
  await requireWatch(request, context, snapshot, displayId);
  const access = displayAccess(snapshot.state, displayId);
  if (access !== "open") throw new ProblemError(access);
}
