import { type QueueConfig, staffView } from "@callnext/core";
import { admin } from "@callnext/protocol";
import type { z } from "zod";
import type { Amendment } from "../../../shops/amendment.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { snapshotOf, staffPlace, staffShop } from "../../core/find-place.ts";
import { TenantQueue, TenantShop } from "../../core/params.ts";
import { staffCommand } from "../../core/staff-command.ts";
import { queueAnswer } from "../../wire/queue-answer.ts";
import { known } from "./known.ts";

const PROBLEMS = ["shop-not-found", "service-not-found", "prefix-taken", "forbidden"] as const;

export function queues(app: App, context: Context): void {
  list(app, context);
  create(app, context);
  change(app, context);
  archive(app, context);
}

function list(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/shops/:shopId/queues",
    schema: {
      operationId: "listQueues",
      summary: "A shop's queues",
      tags: [TAGS.settings],
      params: TenantShop,
      response: answers(200, admin.QueueList, ["shop-not-found"]),
    },
    config: { authorisation: { kind: "action", action: "see-settings" } },
    async handler(request) {
      const { shopId } = await staffShop(request, context, request.params.shopId);
      const snapshot = await snapshotOf(context, shopId);
      const found = Object.values(staffView(snapshot).queues).toSorted((a, b) => a.rank - b.rank);
      return { queues: found.map((queue) => ({ ...queue })), seq: snapshot.state.seq, epoch: snapshot.epoch };
    },
  });
}

function create(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/shops/:shopId/queues",
    schema: {
      operationId: "createQueue",
      summary: "Make a queue",
      tags: [TAGS.settings],
      params: TenantShop,
      body: admin.QueueBody,
      response: answers(201, admin.QueueAnswer, PROBLEMS),
    },
    config: { authorisation: { kind: "action", action: "change-settings" } },
    async handler(request, reply) {
      const { shopId } = await staffShop(request, context, request.params.shopId);
      const { state } = await snapshotOf(context, shopId);
      const id = context.newId();
      const inUse = [...state.queues.values()].filter(({ archived }) => !archived);
      const queue = changed(
        {
          id,
          name: request.body.name,
          prefix: request.body.prefix,
          policy: { kind: "fifo" },
          capacity: null,
          serviceIds: [],
          targetWaitMinutes: 15,
          archived: false,
          rank: Math.max(0, ...inUse.map(({ rank }) => rank)) + 1,
        },
        request.body,
      );
      const done = await staffCommand(
        request,
        context,
        shopId,
        { type: "configure-queue", queue },
        { ref: id },
      );
      return reply.code(201).send(queueAnswer(done, done.answer.ref ?? id));
    },
  });
}

function change(app: App, context: Context): void {
  app.route({
    method: "PATCH",
    url: "/tenants/:slug/queues/:queueId",
    schema: {
      operationId: "changeQueue",
      summary: "Change a queue",
      tags: [TAGS.settings],
      params: TenantQueue,
      body: admin.QueuePatch,
      response: answers(200, admin.QueueAnswer, ["queue-not-found", ...PROBLEMS]),
    },
    config: { authorisation: { kind: "action", action: "change-settings" } },
    async handler(request) {
      const { queueId } = request.params;
      const { shopId } = await staffPlace(request, context, "queue", queueId);
      const { body } = request;
      const command = amended(queueId, (queue) => changed(queue, body));
      return queueAnswer(await staffCommand(request, context, shopId, command), queueId);
    },
  });
}

function archive(app: App, context: Context): void {
  app.route({
    method: "DELETE",
    url: "/tenants/:slug/queues/:queueId",
    schema: {
      operationId: "archiveQueue",
      summary: "Put a queue out of use; its past stays",
      tags: [TAGS.settings],
      params: TenantQueue,
      response: answers(200, admin.QueueAnswer, ["queue-not-found", "queue-not-empty", "forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "change-settings" } },
    async handler(request) {
      const { queueId } = request.params;
      const { shopId } = await staffPlace(request, context, "queue", queueId);
      const command = amended(queueId, (queue) => ({ ...queue, archived: true }));
      return queueAnswer(await staffCommand(request, context, shopId, command), queueId);
    },
  });
}

function amended(queueId: string, edit: (queue: QueueConfig) => QueueConfig): Amendment {
  return {
    type: "configure-queue",
    amend: ({ queues: all }) => {
      const found = known(all, queueId);
      const { id, name, prefix, policy, capacity, serviceIds, targetWaitMinutes, archived, rank } = found;
      const queue = { id, name, prefix, policy, capacity, serviceIds, targetWaitMinutes, archived, rank };
      return { type: "configure-queue", queue: edit({ ...queue, ...walkInsAhead(found.walkInsAhead) }) };
    },
  };
}

function changed(queue: QueueConfig, patch: z.output<typeof admin.QueuePatch>): QueueConfig {
  return {
    ...queue,
    name: patch.name ?? queue.name,
    prefix: patch.prefix ?? queue.prefix,
    policy: patch.policy ?? queue.policy,
    capacity: patch.capacity === undefined ? queue.capacity : patch.capacity,
    serviceIds: patch.service_ids ?? queue.serviceIds,
    targetWaitMinutes: patch.target_wait_minutes ?? queue.targetWaitMinutes,
    rank: patch.rank ?? queue.rank,
    ...walkInsAhead(patch.walk_ins_ahead),
  };
}

/** Not said is another thing than null. */
function walkInsAhead(value: number | null | undefined): Pick<QueueConfig, "walkInsAhead"> {
  return value === undefined ? {} : { walkInsAhead: value };
}
