import type { Command, Ticket } from "@callnext/core";
import { compat } from "@callnext/protocol";
import type { FastifyRequest } from "fastify";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import type { App } from "../../http/core/app-types.ts";
import type { Context } from "../../http/core/context.ts";
import { TAGS } from "../../http/core/describe-route.ts";
import { freshSnapshotOf } from "../../http/core/find-place.ts";
import { accessOf } from "../../http/core/gate.ts";
import { commandSteps } from "../command-steps.ts";
import { compatAnswers } from "../compat-answers.ts";
import { DetailError } from "../detail-error.ts";
import { type Naming, NAMINGS } from "../namings.ts";
import { AtEntry } from "../params.ts";
import { forStaffOfShop, placeOf } from "../staff-at-shop.ts";
import { ticketOfEntry } from "../ticket-of-entry.ts";
import { itemForStaff } from "../wire/items-on-page.ts";
import { chairFor } from "./chair-of.ts";
import { mayServeAt } from "./may-serve-at.ts";
import { stepsToStatus } from "./steps-to-status.ts";

export function itemChanges(app: App, context: Context): void {
  for (const naming of NAMINGS) {
    status(app, context, naming);
    employee(app, context, naming, "employee");
    employee(app, context, naming, "barber");
    service(app, context, naming);
  }
}

function status(app: App, context: Context, { prefix, shops }: Naming): void {
  app.route({
    method: "PUT",
    url: `${shops}/:shopId/queue/:entryId`,
    schema: {
      operationId: `${prefix}ItemStatus`,
      summary: "Call, serve, complete, cancel or send back a visitor",
      description:
        "`IN_SERVICE` calls the visitor to the barber's chair and begins; `COMPLETED` does that too, where it was not done, and completes.",
      tags: [TAGS.pages],
      params: AtEntry,
      body: compat.ItemStatusBody,
      response: compatAnswers(200, compat.CompatItem),
    },
    ...forStaffOfShop(context, "serve-visitors"),
    async handler(request) {
      const { shopId } = placeOf(request);
      const snapshot = await freshSnapshotOf(context, shopId);
      const ticket = ticketOfEntry(snapshot.state, request.params.entryId);
      const wanted = request.body.status;
      const chair = (): string => chairFor(snapshot, ticket, accessOf(request).membership.staffId);
      const steps = stepsToStatus(ticket, wanted, chair);
      if (steps === undefined)
        throw new DetailError(
          409,
          "wrong-state",
          `A visitor who is ${ticket.status} cannot become ${wanted}`,
        );
      return await changedItem(request, context, snapshot, ticket, steps);
    },
  });
}

function employee(app: App, context: Context, { prefix, shops }: Naming, word: "employee" | "barber"): void {
  app.route({
    method: "PUT",
    url: `${shops}/:shopId/queue/:entryId/${word}`,
    schema: {
      operationId: `${prefix}Item${word === "barber" ? "Barber" : "Employee"}`,
      summary: "By whom the visitor is to be served",
      tags: [TAGS.pages],
      params: AtEntry,
      body: compat.EmployeeBody,
      response: compatAnswers(200, compat.CompatItem),
    },
    ...forStaffOfShop(context, "serve-visitors"),
    async handler(request) {
      const place = placeOf(request);
      const snapshot = await freshSnapshotOf(context, place.shopId);
      const ticket = ticketOfEntry(snapshot.state, request.params.entryId);
      const staffId = request.body.employeeId;
      if (staffId !== null && !(await mayServeAt(context, place, staffId)))
        throw new DetailError(404, "staff-not-found", "Employee not found");
      const assign = { type: "assign-ticket", ticketId: ticket.id, staffId } as const;
      return await changedItem(request, context, snapshot, ticket, [assign]);
    },
  });
}

function service(app: App, context: Context, { prefix, shops }: Naming): void {
  app.route({
    method: "PUT",
    url: `${shops}/:shopId/queue/:entryId/service`,
    schema: {
      operationId: `${prefix}ItemService`,
      summary: "What the visitor comes for",
      tags: [TAGS.pages],
      params: AtEntry,
      body: compat.ServiceBody,
      response: compatAnswers(200, compat.CompatItem),
    },
    ...forStaffOfShop(context, "serve-visitors"),
    async handler(request) {
      const { shopId } = placeOf(request);
      const snapshot = await freshSnapshotOf(context, shopId);
      const ticket = ticketOfEntry(snapshot.state, request.params.entryId);
      const serviceId = request.body.service_id;
      const change = { type: "change-ticket-service", ticketId: ticket.id, serviceId } as const;
      return await changedItem(request, context, snapshot, ticket, [change]);
    },
  });
}

async function changedItem(
  request: FastifyRequest,
  context: Context,
  before: ShopSnapshot,
  ticket: Ticket,
  steps: readonly Command[],
) {
  const done = await commandSteps(request, context, before.state.shop.id, steps);
  return itemForStaff(done?.snapshot ?? before, done?.answer.ticket ?? ticket, before.people.get(ticket.id));
}
