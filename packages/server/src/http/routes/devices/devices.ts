import { deviceBodies } from "@callnext/protocol";
import type { FastifyRequest } from "fastify";
import type { ListedDevice } from "../../../devices/device-list.ts";
import { readPairingCode } from "../../../devices/pairing-code.ts";
import { reaches } from "../../../people/rights-in-shop.ts";
import { actingFor } from "../../core/acting.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, NoContent, TAGS } from "../../core/describe-route.ts";
import { snapshotOf, staffPlace } from "../../core/find-place.ts";
import { accessOf } from "../../core/gate.ts";
import { idempotencyClaim } from "../../core/idempotency.ts";
import { noteAudit } from "../../core/note-audit.ts";
import { Tenant, TenantDevice } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { deviceOnWire } from "../../wire/device-on-wire.ts";

/** The screens of an organisation, for those who look after them. */
export function devices(app: App, context: Context): void {
  list(app, context);
  pair(app, context);
  change(app, context);
  revoke(app, context);
}

function list(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/devices",
    schema: {
      operationId: "listDevices",
      summary: "The boards and kiosks in force, of the shops that one is in charge of",
      tags: [TAGS.devices],
      params: Tenant,
      response: answers(200, deviceBodies.DeviceList, ["forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "see-devices" } },
    async handler(request) {
      const { membership } = accessOf(request);
      const all = await context.devices.list.all(membership.tenant.id);
      const own = all.filter(({ shopId }) => reaches(membership, shopId));
      const shops = [...new Set(own.map(({ shopId }) => shopId))];
      const displays = new Map(
        await Promise.all(
          shops.map(async (id) => [id, (await snapshotOf(context, id)).state.displays] as const),
        ),
      );
      return { devices: own.map((device) => deviceOnWire(device, displays.get(device.shopId) ?? new Map())) };
    },
  });
}

function pair(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/devices",
    schema: {
      operationId: "pairDevice",
      summary: "Enter the code that stands on a new screen, and say which display it shows",
      tags: [TAGS.devices],
      params: Tenant,
      body: deviceBodies.NewDeviceBody,
      response: answers(201, deviceBodies.DeviceAnswer, [
        "display-not-found",
        "pairing-code-wrong",
        "too-many-codes",
        "too-many-devices",
        "forbidden",
        "idempotency-mismatch",
      ]),
    },
    config: { authorisation: { kind: "action", action: "change-devices" } },
    async handler(request, reply) {
      const { tenant, staffId } = accessOf(request).membership;
      const { claimant } = actingFor(request);
      const { code, display_id: displayId, name } = request.body;
      const { shopId } = await staffPlace(request, context, "display", displayId);
      const { state } = await snapshotOf(context, shopId);
      const display = state.displays.get(displayId.toLowerCase());
      if (display === undefined) throw new ProblemError("display-not-found");
      const once = await context.keyedOnce(tenant.id, idempotencyClaim(request, context, claimant), () =>
        confirm(request, context, code, {
          tenantId: tenant.id,
          tenantSlug: tenant.slug,
          shopId,
          displayId: display.id,
          name: name ?? display.name,
          pairedBy: staffId,
        }),
      );
      if (!once.ok) throw new ProblemError(once.code);
      const device = await context.devices.list.find(tenant.id, once.ref);
      if (device === undefined) throw new ProblemError("device-not-found");
      return reply.code(201).send({ device: deviceOnWire(device, state.displays) });
    },
  });
}

type NewDevice = Parameters<Context["devices"]["pairings"]["confirm"]>[1];

async function confirm(
  request: FastifyRequest,
  context: Context,
  typed: string,
  device: NewDevice,
): Promise<string> {
  const { guard, pairings } = context.devices;
  const person = `${device.tenantId} ${actingFor(request).claimant}`;
  const seconds = guard.waitToEnter(person, request.ip);
  if (seconds > 0)
    throw new ProblemError("too-many-codes", { retry_after: seconds }, { "retry-after": String(seconds) });
  const code = readPairingCode(typed);
  // Counted before it is known, so that many tries at once are no way around the limit.
  guard.wrongCode(person, request.ip);
  const made = code === null ? "pairing-code-wrong" : await pairings.confirm(code, device);
  if (made === "pairing-code-wrong") throw new ProblemError(made, { field: "code" });
  guard.rightCode(person, request.ip);
  if (made === "too-many-devices") throw new ProblemError(made);
  await noteAudit(request, context, {
    action: "device-paired",
    subject: `device:${made.id}`,
    shopId: device.shopId,
    detail: { display: device.displayId },
  });
  return made.id;
}

function change(app: App, context: Context): void {
  app.route({
    method: "PATCH",
    url: "/tenants/:slug/devices/:deviceId",
    schema: {
      operationId: "changeDevice",
      summary: "Rename a device, or move it to another display, which it shows within 2 s",
      tags: [TAGS.devices],
      params: TenantDevice,
      body: deviceBodies.DevicePatch,
      response: answers(200, deviceBodies.DeviceAnswer, [
        "device-not-found",
        "display-not-found",
        "forbidden",
      ]),
    },
    config: { authorisation: { kind: "action", action: "change-devices" } },
    async handler(request) {
      const { tenant } = accessOf(request).membership;
      const before = await deviceOf(request, context, request.params.deviceId);
      const { name, display_id: displayId } = request.body;
      const display =
        displayId === undefined
          ? undefined
          : {
              id: displayId.toLowerCase(),
              shopId: (await staffPlace(request, context, "display", displayId)).shopId,
            };
      const changed = {
        ...(name === undefined ? {} : { name }),
        ...(display === undefined ? {} : { display }),
      };
      await context.devices.list.change(tenant.id, before.id, changed);
      if (display !== undefined && display.id !== before.displayId) {
        context.revoke({ kind: "device", deviceId: before.id });
        await noteAudit(request, context, {
          action: "device-moved",
          subject: `device:${before.id}`,
          shopId: display.shopId,
          detail: { display: display.id },
        });
      }
      const device = await deviceOf(request, context, before.id);
      const { state } = await snapshotOf(context, device.shopId);
      return { device: deviceOnWire(device, state.displays) };
    },
  });
}

function revoke(app: App, context: Context): void {
  app.route({
    method: "DELETE",
    url: "/tenants/:slug/devices/:deviceId",
    schema: {
      operationId: "revokeDevice",
      summary: "Switch a device off for good: within 2 s it shows nothing any more",
      tags: [TAGS.devices],
      params: TenantDevice,
      response: { ...answers(200, NoContent, ["device-not-found", "forbidden"]), 204: NoContent },
    },
    config: { authorisation: { kind: "action", action: "change-devices" } },
    async handler(request, reply) {
      const { tenant } = accessOf(request).membership;
      const { id, shopId } = await deviceOf(request, context, request.params.deviceId);
      if (!(await context.devices.list.revoke(tenant.id, id))) throw new ProblemError("device-not-found");
      context.revoke({ kind: "device", deviceId: id });
      await noteAudit(request, context, { action: "device-revoked", subject: `device:${id}`, shopId });
      return reply.code(204).send(null);
    },
  });
}

/** What belongs to another tenant, or stands in a shop out of reach, is as unknown as what never was. */
async function deviceOf(request: FastifyRequest, context: Context, id: string): Promise<ListedDevice> {
  const { membership } = accessOf(request);
  const device = await context.devices.list.find(membership.tenant.id, id);
  if (device === undefined || !reaches(membership, device.shopId)) throw new ProblemError("device-not-found");
  return device;
}
