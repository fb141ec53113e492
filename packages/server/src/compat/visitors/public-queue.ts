import { queueItems, queuePage } from "@callnext/core";
import { compat } from "@callnext/protocol";
import { z } from "zod";
import type { App } from "../../http/core/app-types.ts";
import type { Context } from "../../http/core/context.ts";
import { TAGS } from "../../http/core/describe-route.ts";
import { freshSnapshotOf } from "../../http/core/find-place.ts";
import { compatAnswers } from "../compat-answers.ts";
import { AtShop } from "../params.ts";
import { seesVisitors } from "../sees-visitors.ts";
import { publicShop } from "../shop-by-ref.ts";

const WHY = "the same as the shop's public socket: names masked unless the shop shows them, no phone numbers";

export function publicQueue(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/queue/:shopId",
    schema: {
      operationId: "pagePublicQueue",
      summary: "Who is in the shop, by queue and in calling order",
      tags: [TAGS.pages],
      security: [],
      params: AtShop,
      response: compatAnswers(200, z.array(compat.CompatItem)),
    },
    config: { authorisation: { kind: "public", why: WHY } },
    async handler(request, reply) {
      const place = await publicShop(context, request.params.shopId);
      const masked = !(await seesVisitors(request, context, place));
      void reply.header("cache-control", "no-store");
      return [...queueItems(await freshSnapshotOf(context, place.shopId), { masked })];
    },
  });
  app.route({
    method: "GET",
    url: "/queue/display/:shopId",
    schema: {
      operationId: "pageDisplayQueue",
      summary: "What the queue's socket tells on its path without the trailing slash",
      tags: [TAGS.pages],
      security: [],
      params: AtShop,
      response: compatAnswers(200, compat.DisplayFrame),
    },
    config: { authorisation: { kind: "public", why: WHY } },
    async handler(request, reply) {
      const place = await publicShop(context, request.params.shopId);
      const audience = { masked: !(await seesVisitors(request, context, place)) };
      const snapshot = await freshSnapshotOf(context, place.shopId);
      const items = queueItems(snapshot, audience);
      void reply.header("cache-control", "no-store");
      return {
        type: "queue_update" as const,
        queue_items: [...items],
        ...mutable(queuePage(snapshot, items, audience, context.now())),
        seq: snapshot.state.seq,
        epoch: snapshot.epoch,
      };
    },
  });
}

function mutable({ appointments, completed_items, queue, ...page }: ReturnType<typeof queuePage>) {
  return {
    ...page,
    appointments: appointments.map((appointment) => Object.assign({}, appointment)),
    completed_items: [...completed_items],
    queue: queue.map((entry) => ({ ...entry })),
  };
}
