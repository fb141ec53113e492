import { admin } from "@callnext/protocol";
import type { Amendment } from "../../../shops/amendment.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { snapshotOf, staffPlace, staffShop } from "../../core/find-place.ts";
import { TenantDisplay, TenantShop } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { staffCommand } from "../../core/staff-command.ts";
import { displayAnswer } from "../../wire/display-answer.ts";
import { displayOnWire } from "../../wire/display-on-wire.ts";
import { changedDisplay, newDisplay } from "./changed-display.ts";
import { known } from "./known.ts";

const PROBLEMS = ["shop-not-found", "queue-not-found", "forbidden"] as const;

export function displays(app: App, context: Context): void {
  list(app, context);
  create(app, context);
  change(app, context);
}

function list(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/shops/:shopId/displays",
    schema: {
      operationId: "listDisplays",
      summary: "A shop's displays with all their settings",
      tags: [TAGS.settings],
      params: TenantShop,
      response: answers(200, admin.DisplayList, ["shop-not-found"]),
    },
    config: { authorisation: { kind: "action", action: "see-settings" } },
    async handler(request) {
      const { shopId } = await staffShop(request, context, request.params.shopId);
      const { state, epoch } = await snapshotOf(context, shopId);
      return { displays: [...state.displays.values()].map(displayOnWire), seq: state.seq, epoch };
    },
  });
}

function create(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/shops/:shopId/displays",
    schema: {
      operationId: "createDisplay",
      summary: "Make a display",
      tags: [TAGS.settings],
      params: TenantShop,
      body: admin.DisplayBody,
      response: answers(201, admin.DisplayAnswer, PROBLEMS),
    },
    config: { authorisation: { kind: "action", action: "change-settings" } },
    async handler(request, reply) {
      const { shopId } = await staffShop(request, context, request.params.shopId);
      const display = changedDisplay(
        newDisplay(context.newId(), request.body.name, context.demo !== null),
        request.body,
      );
      await requireQueues(context, shopId, display.queueIds);
      const more = { ref: display.id };
      const done = await staffCommand(request, context, shopId, { type: "configure-display", display }, more);
      return reply.code(201).send(displayAnswer(done, done.answer.ref ?? display.id));
    },
  });
}

function change(app: App, context: Context): void {
  app.route({
    method: "PATCH",
    url: "/tenants/:slug/displays/:displayId",
    schema: {
      operationId: "changeDisplay",
      summary: "Change a display; the board follows at once",
      tags: [TAGS.settings],
      params: TenantDisplay,
      body: admin.DisplayPatch,
      response: answers(200, admin.DisplayAnswer, ["display-not-found", ...PROBLEMS]),
    },
    config: { authorisation: { kind: "action", action: "change-settings" } },
    async handler(request) {
      const { displayId } = request.params;
      const { shopId } = await staffPlace(request, context, "display", displayId);
      const { body } = request;
      await requireQueues(context, shopId, body.queue_ids ?? []);
      const command: Amendment = {
        type: "configure-display",
        amend: ({ displays: all }) => ({
          type: "configure-display",
          display: changedDisplay(known(all, displayId), body),
        }),
      };
      return displayAnswer(await staffCommand(request, context, shopId, command), displayId);
    },
  });
}

/** A board shows queues of its own shop. */
async function requireQueues(context: Context, shopId: number, queueIds: readonly string[]): Promise<void> {
  const { state } = await snapshotOf(context, shopId);
  const unknown = queueIds.find((id) => !state.queues.has(id));
  if (unknown !== undefined)
    throw new ProblemError("queue-not-found", { field: "queue_ids", queue_id: unknown });
}
