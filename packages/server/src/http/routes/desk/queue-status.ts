import { admin } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { staffPlace } from "../../core/find-place.ts";
import { TenantQueue } from "../../core/params.ts";
import { staffCommand } from "../../core/staff-command.ts";
import { queueAnswer } from "../../wire/queue-answer.ts";

const STEPS = [
  ["open", "open", "Open a queue"],
  ["pause", "paused", "Pause a queue: nobody joins, those who wait are called"],
  ["close", "closed", "Close a queue"],
] as const;

export function queueStatus(app: App, context: Context): void {
  for (const [step, status, summary] of STEPS) {
    app.route({
      method: "POST",
      url: `/tenants/:slug/queues/:queueId/${step}`,
      schema: {
        operationId: `${step}Queue`,
        summary,
        tags: [TAGS.desk],
        params: TenantQueue,
        response: answers(200, admin.QueueAnswer, ["queue-not-found"]),
      },
      config: { authorisation: { kind: "action", action: "set-queue-status" } },
      async handler(request) {
        const { queueId } = request.params;
        const { shopId } = await staffPlace(request, context, "queue", queueId);
        const done = await staffCommand(request, context, shopId, {
          type: "set-queue-status",
          queueId,
          status,
        });
        return queueAnswer(done, queueId);
      },
    });
  }
}
