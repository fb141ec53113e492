import { isOpenAt, publicView } from "@callnext/core";
import { publicBodies } from "@callnext/protocol";
import { z } from "zod";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { requireInForce, snapshotOf } from "../../core/find-place.ts";
import { publishedRecord } from "../../../waits/published-record.ts";
import { addressed } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { capacityAfterBookings } from "../../wire/capacity-after-bookings.ts";
import { entity } from "../../wire/entity.ts";

export function joinPage(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/public/shops/:shopSlug",
    schema: {
      operationId: "joinPage",
      summary: "A shop as somebody sees it who may join: its queues, services and hours",
      tags: [TAGS.visitors],
      security: [],
      params: z.object({ shopSlug: addressed }),
      response: answers(200, publicBodies.JoinPage, ["shop-not-found", "tenant-suspended"]),
    },
    config: { authorisation: { kind: "public", why: "what the page behind the QR code shows" } },
    async handler(request) {
      const place = await context.directory.shopBySlug(request.params.shopSlug);
      if (place === undefined) throw new ProblemError("shop-not-found");
      const snapshot = await snapshotOf(context, place.shopId);
      requireInForce(snapshot);
      const view = publicView(snapshot);
      const { slug, name, locale } = snapshot.tenant;
      const { state } = snapshot;
      const queues = [...state.queues.values()].filter(({ archived }) => !archived);
      return {
        tenant: { slug, name, locale },
        shop: {
          ...view.shop.self,
          open_now: isOpenAt(snapshot.state.shop, context.now()),
          phone_required: false,
          booking_open: snapshot.state.shop.booking?.open === true,
        },
        queues: queues
          .toSorted((a, b) => a.rank - b.rank)
          .map((queue) => ({
            ...entity(view.queues, queue.id),
            ...capacityAfterBookings(queue, state, context.now()),
            services: queue.serviceIds.flatMap((id) => view.services[id]?.name ?? []),
          })),
        services: Object.values(view.services)
          .filter(({ archived }) => !archived)
          .map((service) => ({ ...service })),
        record: state.shop.publishRecord === true ? await publishedRecord(context.db, place) : null,
      };
    },
  });
}
