import { type Service, staffView } from "@callnext/core";
import { admin } from "@callnext/protocol";
import type { Done } from "../../../commands/run-command.ts";
import { nextServiceId } from "../../../storage/next-service-id.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { snapshotOf, staffShop } from "../../core/find-place.ts";
import { gate } from "../../core/gate.ts";
import { TenantService, TenantShop } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { staffCommand } from "../../core/staff-command.ts";
import { entity } from "../../wire/entity.ts";

export function services(app: App, context: Context): void {
  list(app, context);
  create(app, context);
  change(app, context);
  archive(app, context);
}

function list(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/shops/:shopId/services",
    schema: {
      operationId: "listServices",
      summary: "A shop's services",
      tags: [TAGS.settings],
      params: TenantShop,
      response: answers(200, admin.ServiceList, ["shop-not-found"]),
    },
    onRequest: gate(context, "see-settings"),
    async handler(request) {
      const { shopId } = await staffShop(request, context, request.params.shopId);
      const snapshot = await snapshotOf(context, shopId);
      const found = Object.values(staffView(snapshot).services).map((service) => ({ ...service }));
      return { services: found, seq: snapshot.state.seq, epoch: snapshot.epoch };
    },
  });
}

function create(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/shops/:shopId/services",
    schema: {
      operationId: "createService",
      summary: "Make a service",
      tags: [TAGS.settings],
      params: TenantShop,
      body: admin.ServiceBody,
      response: answers(201, admin.ServiceAnswer, ["shop-not-found", "forbidden"]),
    },
    onRequest: gate(context, "change-settings"),
    async handler(request, reply) {
      const { shopId } = await staffShop(request, context, request.params.shopId);
      const { name, duration_minutes: durationMinutes } = request.body;
      const id = await nextServiceId(context.db);
      const command = {
        type: "configure-service",
        service: { id, name, durationMinutes, archived: false },
      } as const;
      const done = await staffCommand(request, context, shopId, command, { ref: String(id) });
      return reply.code(201).send(serviceAnswer(done, Number(done.answer.ref ?? id)));
    },
  });
}

function change(app: App, context: Context): void {
  app.route({
    method: "PATCH",
    url: "/tenants/:slug/shops/:shopId/services/:serviceId",
    schema: {
      operationId: "changeService",
      summary: "Change a service",
      tags: [TAGS.settings],
      params: TenantService,
      body: admin.ServicePatch,
      response: answers(200, admin.ServiceAnswer, ["service-not-found", "forbidden"]),
    },
    onRequest: gate(context, "change-settings"),
    async handler(request) {
      const { shopId } = await staffShop(request, context, request.params.shopId);
      const before = await serviceOf(context, shopId, request.params.serviceId);
      const { name = before.name, duration_minutes: durationMinutes = before.durationMinutes } = request.body;
      const command = { type: "configure-service", service: { ...before, name, durationMinutes } } as const;
      return serviceAnswer(await staffCommand(request, context, shopId, command), before.id);
    },
  });
}

function archive(app: App, context: Context): void {
  app.route({
    method: "DELETE",
    url: "/tenants/:slug/shops/:shopId/services/:serviceId",
    schema: {
      operationId: "archiveService",
      summary: "Put a service out of use; its past stays",
      tags: [TAGS.settings],
      params: TenantService,
      response: answers(200, admin.ServiceAnswer, ["service-not-found", "forbidden"]),
    },
    onRequest: gate(context, "change-settings"),
    async handler(request) {
      const { shopId } = await staffShop(request, context, request.params.shopId);
      const before = await serviceOf(context, shopId, request.params.serviceId);
      const command = { type: "configure-service", service: { ...before, archived: true } } as const;
      return serviceAnswer(await staffCommand(request, context, shopId, command), before.id);
    },
  });
}

async function serviceOf(context: Context, shopId: number, serviceId: number): Promise<Service> {
  const service = (await snapshotOf(context, shopId)).state.services.get(serviceId);
  if (service === undefined) throw new ProblemError("service-not-found");
  return service;
}

function serviceAnswer({ answer, snapshot }: Done, serviceId: number) {
  return {
    service: { ...entity(staffView(snapshot).services, serviceId) },
    seq: answer.seq,
    epoch: answer.epoch,
  };
}
