import { isLiveAppointment, type Provider } from "@callnext/core";
import { providerBodies } from "@callnext/protocol";
import type { FastifyRequest } from "fastify";
import type { Done } from "../../../commands/run-command.ts";
import { may } from "../../../people/permissions.ts";
import type { Amendment } from "../../../shops/amendment.ts";
import type { ShopSnapshot } from "../../../shops/shop-runtime.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { freshSnapshotOf, snapshotOf, staffPlace, staffShop } from "../../core/find-place.ts";
import { accessOf } from "../../core/gate.ts";
import { TenantProvider, TenantShop } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { staffCommand } from "../../core/staff-command.ts";
import { providerOnWire } from "../../wire/provider-on-wire.ts";
import { changedProvider, newProvider } from "./changed-provider.ts";
import { known } from "./known.ts";

const MOST_PROVIDERS = 500;
const PROBLEMS = ["staff-not-found", "service-not-found", "already-a-provider", "forbidden"] as const;

/** Whom or what a shop's appointments are made with. */
export function providers(app: App, context: Context): void {
  list(app, context);
  create(app, context);
  change(app, context);
  archive(app, context);
}

function list(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/shops/:shopId/providers",
    schema: {
      operationId: "listProviders",
      summary: "Whom or what a shop's appointments are made with, by rank; those out of use, too",
      tags: [TAGS.settings],
      params: TenantShop,
      response: answers(200, providerBodies.ProviderList, ["shop-not-found"]),
    },
    config: { authorisation: { kind: "action", action: "see-settings" } },
    async handler(request) {
      const { shopId } = await staffShop(request, context, request.params.shopId);
      const snapshot = await snapshotOf(context, shopId);
      const found = [...snapshot.state.providers.values()].toSorted((a, b) => a.rank - b.rank);
      const { seq } = snapshot.state;
      const plans = may(accessOf(request).membership.role, "change-settings");
      return {
        providers: found.map((each) => providerOnWire(plans ? each : withoutReasons(each), snapshot)),
        seq,
        epoch: snapshot.epoch,
      };
    },
  });
}

/** Why somebody is away is for those who plan: it may be an illness. */
function withoutReasons(provider: Provider): Provider {
  return { ...provider, absences: provider.absences.map((absence) => ({ ...absence, reason: null })) };
}

function create(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/shops/:shopId/providers",
    schema: {
      operationId: "createProvider",
      summary: "Let appointments be made with a member of staff, a room or a chair",
      tags: [TAGS.settings],
      params: TenantShop,
      body: providerBodies.ProviderBody,
      response: answers(201, providerBodies.ProviderAnswer, [
        "shop-not-found",
        "too-many-providers",
        ...PROBLEMS,
      ]),
    },
    config: { authorisation: { kind: "action", action: "change-settings" } },
    async handler(request, reply) {
      const { shopId } = await staffShop(request, context, request.params.shopId);
      const snapshot = await freshSnapshotOf(context, shopId);
      const inUse = [...snapshot.state.providers.values()].filter(({ archived }) => !archived);
      if (inUse.length >= MOST_PROVIDERS) throw new ProblemError("too-many-providers");
      const id = context.newId();
      const rank = Math.max(0, ...inUse.map((each) => each.rank)) + 1;
      const provider = changedProvider(newProvider(id, Math.min(rank, 1000)), request.body);
      await requireFitting(request, context, snapshot, provider);
      const command = { type: "configure-provider", provider } as const;
      const done = await staffCommand(request, context, shopId, command, { ref: id });
      return reply.code(201).send(providerAnswer(done, done.answer.ref ?? id));
    },
  });
}

function change(app: App, context: Context): void {
  app.route({
    method: "PATCH",
    url: "/tenants/:slug/providers/:providerId",
    schema: {
      operationId: "changeProvider",
      summary: "Change what a provider offers, when it works and when it is away; what is booked stays",
      tags: [TAGS.settings],
      params: TenantProvider,
      body: providerBodies.ProviderPatch,
      response: answers(200, providerBodies.ProviderAnswer, ["provider-not-found", ...PROBLEMS]),
    },
    config: { authorisation: { kind: "action", action: "change-settings" } },
    async handler(request) {
      const providerId = request.params.providerId.toLowerCase();
      const { shopId } = await staffPlace(request, context, "provider", providerId);
      const { body } = request;
      const snapshot = await freshSnapshotOf(context, shopId);
      const wanted = changedProvider(known(snapshot.state.providers, providerId), body);
      await requireFitting(request, context, snapshot, wanted);
      const command = amended(providerId, (provider) => changedProvider(provider, body));
      return providerAnswer(await staffCommand(request, context, shopId, command), providerId);
    },
  });
}

function archive(app: App, context: Context): void {
  app.route({
    method: "DELETE",
    url: "/tenants/:slug/providers/:providerId",
    schema: {
      operationId: "archiveProvider",
      summary: "Put a provider out of use; its past stays",
      tags: [TAGS.settings],
      params: TenantProvider,
      response: answers(200, providerBodies.ProviderAnswer, [
        "provider-not-found",
        "provider-booked",
        "forbidden",
      ]),
    },
    config: { authorisation: { kind: "action", action: "change-settings" } },
    async handler(request) {
      const providerId = request.params.providerId.toLowerCase();
      const { shopId } = await staffPlace(request, context, "provider", providerId);
      const { state } = await freshSnapshotOf(context, shopId);
      const isBooked = [...state.appointments.values()].some(
        (each) => each.providerId === providerId && isLiveAppointment(each),
      );
      if (isBooked) throw new ProblemError("provider-booked");
      const command = amended(providerId, (provider) => ({ ...provider, archived: true }));
      return providerAnswer(await staffCommand(request, context, shopId, command), providerId);
    },
  });
}

/** A person of this organisation, once in a shop; what is nobody has a name. */
async function requireFitting(
  request: FastifyRequest,
  context: Context,
  { state }: ShopSnapshot,
  { id, staffId, name }: Provider,
): Promise<void> {
  if (staffId === null) {
    if (name === "")
      throw new ProblemError("invalid-input", { field: "name", detail: "a room or a chair has a name" });
    return;
  }
  const { tenant } = accessOf(request).membership;
  const member = await context.staffing.find(tenant.id, staffId);
  if (member === undefined) throw new ProblemError("staff-not-found", { field: "staff_id" });
  const other = [...state.providers.values()].find(
    (each) => each.staffId === staffId && each.id !== id && !each.archived,
  );
  if (other !== undefined) throw new ProblemError("already-a-provider", { field: "staff_id" });
}

function amended(providerId: string, edit: (provider: Provider) => Provider): Amendment {
  return {
    type: "configure-provider",
    amend: ({ providers: all }) => ({
      type: "configure-provider",
      provider: edit(known(all, providerId)),
    }),
  };
}

function providerAnswer({ answer, snapshot }: Done, providerId: string) {
  const provider = providerOnWire(known(snapshot.state.providers, providerId), snapshot);
  return { provider, seq: answer.seq, epoch: answer.epoch };
}
