import { messageBodies } from "@callnext/protocol";
import { cursorOf, placeOfCursor } from "../../../messages/log-cursor.ts";
import { readMessageLog } from "../../../messages/message-log.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { accessOf } from "../../core/gate.ts";
import { Tenant } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { messageOnWire } from "../../wire/message-on-wire.ts";

const USUAL_LINES = 50;

export function messageLog(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/messages/log",
    schema: {
      operationId: "readMessageLog",
      summary: "What was planned, sent, failed and skipped, and why; newest first",
      description: "Names nobody. Who is limited to some shops sees theirs.",
      tags: [TAGS.messages],
      params: Tenant,
      querystring: messageBodies.MessageLogQuery,
      response: answers(200, messageBodies.MessageLogAnswer, ["forbidden", "shop-not-found"]),
    },
    config: { authorisation: { kind: "action", action: "see-messages" } },
    async handler(request, reply) {
      const { tenant, shopIds } = accessOf(request).membership;
      const { shop_id: shopId, status, appointment_id: appointmentId, cursor, limit } = request.query;
      if (shopId !== undefined && shopIds !== null && !shopIds.includes(shopId))
        throw new ProblemError("shop-not-found");
      const after = cursor === undefined ? null : placeOfCursor(cursor);
      if (cursor !== undefined && after === null)
        throw new ProblemError("invalid-input", { field: "cursor" });
      const lines = limit ?? USUAL_LINES;
      const rows = await readMessageLog(context.db, tenant.id, {
        shopIds: shopId === undefined ? shopIds : [shopId],
        status: status ?? null,
        appointmentId: appointmentId ?? null,
        after,
        limit: lines + 1,
      });
      const page = rows.slice(0, lines);
      const last = page.at(-1);
      void reply.header("cache-control", "no-store");
      return {
        messages: page.map(messageOnWire),
        next: rows.length > lines && last !== undefined ? cursorOf(last) : null,
      };
    },
  });
}
