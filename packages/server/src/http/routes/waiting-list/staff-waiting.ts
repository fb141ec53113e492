import { waitingList } from "@callnext/protocol";
import { letGo } from "../../../waiting-list/let-go.ts";
import { isOpenEntry } from "../../../waiting-list/waiting-entry.ts";
import { actingFor } from "../../core/acting.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { freshSnapshotOf, staffPlace, staffShop } from "../../core/find-place.ts";
import { accessOf } from "../../core/gate.ts";
import { noteAudit } from "../../core/note-audit.ts";
import { noteView } from "../../core/note-view.ts";
import { TenantShop, TenantWaiting } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { staffWaitingOnWire } from "../../wire/waiting-on-wire.ts";
import { sightOf } from "../booking/sight-of.ts";
import { waitingWish } from "./waiting-wish.ts";

/** A shop's waiting list, for its staff. */
export function staffWaiting(app: App, context: Context): void {
  list(app, context);
  add(app, context);
  remove(app, context);
}

function list(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/shops/:shopId/waiting-list",
    schema: {
      operationId: "listWaiting",
      summary: "Who waits for a time to come free, or has been offered one",
      tags: [TAGS.appointments],
      params: TenantShop,
      response: answers(200, waitingList.WaitingList, ["shop-not-found"]),
    },
    config: { authorisation: { kind: "action", action: "see-appointments" } },
    async handler(request, reply) {
      const place = await staffShop(request, context, request.params.shopId);
      await noteView(request, context, accessOf(request).caller, place);
      const snapshot = await freshSnapshotOf(context, place.shopId);
      const entries = await context.waitingBook.open(place);
      const terms = { now: context.now(), sight: sightOf(request) };
      void reply.header("cache-control", "no-store");
      return {
        waiting: entries.map((entry) => staffWaitingOnWire(entry, snapshot, terms)),
        seq: snapshot.state.seq,
        epoch: snapshot.epoch,
      };
    },
  });
}

function add(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/shops/:shopId/waiting-list",
    schema: {
      operationId: "addWaiting",
      summary: "Put a visitor on the waiting list",
      tags: [TAGS.appointments],
      params: TenantShop,
      body: waitingList.JoinWaitingBody,
      response: answers(201, waitingList.StaffWaitingAnswer, [
        "shop-not-found",
        "service-not-found",
        "provider-not-found",
        "booking-closed",
        "waiting-too-far",
        "waiting-list-full",
      ]),
    },
    config: { authorisation: { kind: "action", action: "book-appointments" } },
    async handler(request, reply) {
      const place = await staffShop(request, context, request.params.shopId);
      const snapshot = await freshSnapshotOf(context, place.shopId);
      const wish = waitingWish(snapshot.state, request.body, context.now());
      const id = context.newId();
      if ((await context.waitingBook.join(place, id, wish)) === "full")
        throw new ProblemError("waiting-list-full");
      const subject = `waiting:${id}`;
      await noteAudit(request, context, { action: "waiting-added", subject, shopId: place.shopId });
      return reply.code(201).send(await answered(context, place.tenantId, id, sightOf(request)));
    },
  });
}

function remove(app: App, context: Context): void {
  app.route({
    method: "DELETE",
    url: "/tenants/:slug/waiting-list/:waitingId",
    schema: {
      operationId: "removeWaiting",
      summary: "Take a visitor off the waiting list; whose the entry was is forgotten",
      tags: [TAGS.appointments],
      params: TenantWaiting,
      response: answers(200, waitingList.StaffWaitingAnswer, ["waiting-not-found"]),
    },
    config: { authorisation: { kind: "action", action: "book-appointments" } },
    async handler(request) {
      const { waitingId } = request.params;
      const place = await staffPlace(request, context, "waiting", waitingId);
      const entry = await context.waitingBook.find(place.tenantId, waitingId);
      if (entry === undefined || !isOpenEntry(entry)) throw new ProblemError("waiting-not-found");
      await context.waitingBook.end(entry, "left");
      // Looked at anew: a time may have been offered to them meanwhile.
      const left = (await context.waitingBook.find(place.tenantId, waitingId)) ?? entry;
      await letGo(context, left, await freshSnapshotOf(context, place.shopId), actingFor(request).by);
      const subject = `waiting:${entry.id}`;
      await noteAudit(request, context, { action: "waiting-removed", subject, shopId: place.shopId });
      return await answered(context, place.tenantId, entry.id, sightOf(request));
    },
  });
}

async function answered(context: Context, tenantId: number, id: string, sight: ReturnType<typeof sightOf>) {
  const entry = await context.waitingBook.find(tenantId, id);
  if (entry === undefined) throw new ProblemError("waiting-not-found");
  const snapshot = await freshSnapshotOf(context, entry.shopId);
  return {
    waiting: staffWaitingOnWire(entry, snapshot, { now: context.now(), sight }),
    seq: snapshot.state.seq,
    epoch: snapshot.epoch,
  };
}
