import type { Shop } from "@callnext/core";
import { admin } from "@callnext/protocol";
import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import { createShop, SlugTaken } from "../../../shops/create-shop.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { snapshotOf, staffShop } from "../../core/find-place.ts";
import { actingFor } from "../../core/acting.ts";
import { accessOf } from "../../core/gate.ts";
import { reaches } from "../../../people/rights-in-shop.ts";
import { idempotencyClaim } from "../../core/idempotency.ts";
import { Tenant, TenantShop } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { slugOf } from "../../core/slug-of.ts";
import { staffCommand } from "../../core/staff-command.ts";
import { shopSettings } from "../../wire/shop-settings.ts";
import { changedShop, newShop } from "./changed-shop.ts";

/** How many numbered short names are tried before a name counts as taken. */
const MOST_TRIES = 20;

export function shops(app: App, context: Context): void {
  list(app, context);
  create(app, context);
  change(app, context);
}

function list(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/shops",
    schema: {
      operationId: "listShops",
      summary: "The organisation's shops",
      tags: [TAGS.settings],
      params: Tenant,
      response: answers(200, admin.ShopList, ["tenant-not-found"]),
    },
    config: { authorisation: { kind: "action", action: "see-shops" } },
    async handler(request) {
      const { membership } = accessOf(request);
      const ids = (await context.directory.shopIds(membership.tenant.id)).filter((id) =>
        reaches(membership, id),
      );
      const snapshots = await Promise.all(ids.map((id) => snapshotOf(context, id)));
      return { shops: snapshots.map(shopSettings) };
    },
  });
}

function create(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/shops",
    schema: {
      operationId: "createShop",
      summary: "Make a shop",
      tags: [TAGS.settings],
      params: Tenant,
      body: admin.ShopBody,
      response: answers(201, admin.ShopAnswer, ["slug-taken", "forbidden", "idempotency-mismatch"]),
    },
    config: { authorisation: { kind: "action", action: "create-shop" } },
    async handler(request, reply) {
      const { tenant } = accessOf(request).membership;
      const claim = idempotencyClaim(request, context, actingFor(request).claimant);
      const once = await context.keyedOnce(tenant.id, claim, async () =>
        String(await make(request, context, request.body)),
      );
      if (!once.ok) throw new ProblemError(once.code);
      const snapshot = await snapshotOf(context, Number(once.ref));
      const shop = shopSettings(snapshot);
      return reply.code(201).send({ shop, seq: snapshot.state.seq, epoch: snapshot.epoch });
    },
  });
}

function change(app: App, context: Context): void {
  app.route({
    method: "PATCH",
    url: "/tenants/:slug/shops/:shopId",
    schema: {
      operationId: "changeShop",
      summary: "Change a shop's settings",
      tags: [TAGS.settings],
      params: TenantShop,
      body: admin.ShopPatch,
      response: answers(200, admin.ShopAnswer, ["shop-not-found", "forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "change-settings" } },
    async handler(request) {
      const { shopId } = await staffShop(request, context, request.params.shopId);
      const { body } = request;
      const { answer, snapshot } = await staffCommand(request, context, shopId, {
        type: "configure-shop",
        amend: ({ shop }) => ({ type: "configure-shop", shop: changedShop(shop, body) }),
      });
      return { shop: shopSettings(snapshot), seq: answer.seq, epoch: answer.epoch };
    },
  });
}

/** A short name that was chosen is taken or not; one made of the shop's name gets a number where it is taken. */
async function make(
  request: FastifyRequest,
  context: Context,
  body: z.output<typeof admin.ShopBody>,
): Promise<number> {
  const { tenant } = accessOf(request).membership;
  const { by } = actingFor(request);
  const base = body.slug ?? slugOf(body.name);
  const tries = body.slug === undefined ? MOST_TRIES : 1;
  for (let count = 1; count <= tries; count += 1) {
    const slug = count === 1 ? base : `${base}-${count}`;
    const details: Omit<Shop, "id"> = changedShop(
      newShop(slug, body.name, body.time_zone, tenant.locale),
      body,
    );
    const id = await createShop(context.db, tenant.id, details, by).catch(noneWhenTaken);
    if (id !== undefined) return id;
  }
  throw new ProblemError("slug-taken", { field: "slug" });
}

function noneWhenTaken(error: unknown): undefined {
  if (error instanceof SlugTaken) return undefined;
  throw error;
}
