import type { Service } from "@callnext/core";
import { admin } from "@callnext/protocol";
import type { z } from "zod";
import type { Done } from "../../../commands/run-command.ts";
import type { Amendment } from "../../../shops/amendment.ts";
import { nextServiceId } from "../../../storage/next-service-id.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { snapshotOf, staffShop } from "../../core/find-place.ts";
import { TenantService, TenantShop } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { staffCommand } from "../../core/staff-command.ts";
import { serviceSettings } from "../../wire/service-settings.ts";
import { known } from "./known.ts";

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
    config: { authorisation: { kind: "action", action: "see-settings" } },
    async handler(request) {
      const { shopId } = await staffShop(request, context, request.params.shopId);
      const snapshot = await snapshotOf(context, shopId);
      const found = [...snapshot.state.services.values()].map(serviceSettings);
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
    config: { authorisation: { kind: "action", action: "change-settings" } },
    async handler(request, reply) {
      const { shopId } = await staffShop(request, context, request.params.shopId);
      const { name, duration_minutes: durationMinutes } = request.body;
      const id = await nextServiceId(context.db);
      const command = {
        type: "configure-service",
        service: changed({ id, name, durationMinutes, archived: false }, request.body),
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
    config: { authorisation: { kind: "action", action: "change-settings" } },
    async handler(request) {
      const { shopId } = await staffShop(request, context, request.params.shopId);
      const { serviceId } = request.params;
      const { body } = request;
      await requireService(context, shopId, serviceId);
      const command = amended(serviceId, (service) => changed(service, body));
      return serviceAnswer(await staffCommand(request, context, shopId, command), serviceId);
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
    config: { authorisation: { kind: "action", action: "change-settings" } },
    async handler(request) {
      const { shopId } = await staffShop(request, context, request.params.shopId);
      const { serviceId } = request.params;
      await requireService(context, shopId, serviceId);
      const command = amended(serviceId, (service) => ({ ...service, archived: true }));
      return serviceAnswer(await staffCommand(request, context, shopId, command), serviceId);
    },
  });
}

/** The service with what a request names. */
function changed(service: Service, patch: z.output<typeof admin.ServicePatch>): Service {
  const before = serviceSettings(service);
  return {
    ...service,
    name: patch.name ?? service.name,
    durationMinutes: patch.duration_minutes ?? service.durationMinutes,
    bufferBeforeMinutes: patch.buffer_before_minutes ?? before.buffer_before_minutes,
    bufferAfterMinutes: patch.buffer_after_minutes ?? before.buffer_after_minutes,
    bookable: patch.bookable ?? before.bookable,
  };
}

async function requireService(context: Context, shopId: number, serviceId: number): Promise<void> {
  if (!(await snapshotOf(context, shopId)).state.services.has(serviceId))
    throw new ProblemError("service-not-found");
}

function amended(serviceId: number, edit: (service: Service) => Service): Amendment {
  return {
    type: "configure-service",
    amend: ({ services: all }) => ({ type: "configure-service", service: edit(known(all, serviceId)) }),
  };
}

function serviceAnswer({ answer, snapshot }: Done, serviceId: number) {
  const service = serviceSettings(known(snapshot.state.services, serviceId));
  return { service, seq: answer.seq, epoch: answer.epoch };
}
