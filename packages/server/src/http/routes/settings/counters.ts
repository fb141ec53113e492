import { type Counter, staffView } from "@callnext/core";
import { admin } from "@callnext/protocol";
import type { Done } from "../../../commands/run-command.ts";
import type { Amendment } from "../../../shops/amendment.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { snapshotOf, staffPlace, staffShop } from "../../core/find-place.ts";
import { TenantCounter, TenantShop } from "../../core/params.ts";
import { staffCommand } from "../../core/staff-command.ts";
import { entity } from "../../wire/entity.ts";
import { known } from "./known.ts";

export function counters(app: App, context: Context): void {
  list(app, context);
  create(app, context);
  change(app, context);
  archive(app, context);
}

function list(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/shops/:shopId/counters",
    schema: {
      operationId: "listCounters",
      summary: "A shop's counters",
      tags: [TAGS.settings],
      params: TenantShop,
      response: answers(200, admin.CounterList, ["shop-not-found"]),
    },
    config: { authorisation: { kind: "action", action: "see-settings" } },
    async handler(request) {
      const { shopId } = await staffShop(request, context, request.params.shopId);
      const snapshot = await snapshotOf(context, shopId);
      const found = Object.values(staffView(snapshot).counters).map((counter) => ({ ...counter }));
      return { counters: found, seq: snapshot.state.seq, epoch: snapshot.epoch };
    },
  });
}

function create(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/shops/:shopId/counters",
    schema: {
      operationId: "createCounter",
      summary: "Make a counter",
      tags: [TAGS.settings],
      params: TenantShop,
      body: admin.CounterBody,
      response: answers(201, admin.CounterAnswer, ["shop-not-found", "label-taken", "forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "change-settings" } },
    async handler(request, reply) {
      const { shopId } = await staffShop(request, context, request.params.shopId);
      const id = context.newId();
      const command = {
        type: "configure-counter",
        counter: { id, label: request.body.label, archived: false },
      } as const;
      const done = await staffCommand(request, context, shopId, command, { ref: id });
      return reply.code(201).send(counterAnswer(done, done.answer.ref ?? id));
    },
  });
}

function change(app: App, context: Context): void {
  app.route({
    method: "PATCH",
    url: "/tenants/:slug/counters/:counterId",
    schema: {
      operationId: "changeCounter",
      summary: "Rename a counter",
      tags: [TAGS.settings],
      params: TenantCounter,
      body: admin.CounterBody,
      response: answers(200, admin.CounterAnswer, ["counter-not-found", "label-taken", "forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "change-settings" } },
    async handler(request) {
      const { counterId } = request.params;
      const { shopId } = await staffPlace(request, context, "counter", counterId);
      const { label } = request.body;
      const command = amended(counterId, (counter) => ({ ...counter, label }));
      return counterAnswer(await staffCommand(request, context, shopId, command), counterId);
    },
  });
}

function archive(app: App, context: Context): void {
  app.route({
    method: "DELETE",
    url: "/tenants/:slug/counters/:counterId",
    schema: {
      operationId: "archiveCounter",
      summary: "Put a counter out of use; its past stays",
      tags: [TAGS.settings],
      params: TenantCounter,
      response: answers(200, admin.CounterAnswer, ["counter-not-found", "counter-busy", "forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "change-settings" } },
    async handler(request) {
      const { counterId } = request.params;
      const { shopId } = await staffPlace(request, context, "counter", counterId);
      const command = amended(counterId, (counter) => ({ ...counter, archived: true }));
      return counterAnswer(await staffCommand(request, context, shopId, command), counterId);
    },
  });
}

function amended(counterId: string, edit: (counter: Counter) => Counter): Amendment {
  return {
    type: "configure-counter",
    amend: ({ counters: all }) => ({ type: "configure-counter", counter: edit(known(all, counterId)) }),
  };
}

function counterAnswer({ answer, snapshot }: Done, counterId: string) {
  return {
    counter: { ...entity(staffView(snapshot).counters, counterId) },
    seq: answer.seq,
    epoch: answer.epoch,
  };
}
