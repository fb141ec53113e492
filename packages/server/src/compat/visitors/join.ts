import type { Command } from "@callnext/core";
import { compat } from "@callnext/protocol";
import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import type { Place } from "../../people/directory.ts";
import { type Done, runCommand } from "../../commands/run-command.ts";
import type { App } from "../../http/core/app-types.ts";
import type { Context } from "../../http/core/context.ts";
import { TAGS } from "../../http/core/describe-route.ts";
import { freshSnapshotOf } from "../../http/core/find-place.ts";
import { idempotencyClaim } from "../../http/core/idempotency.ts";
import { giveTicketCookie } from "../../http/core/ticket-cookie.ts";
import { compatAnswers } from "../compat-answers.ts";
import { DetailError } from "../detail-error.ts";
import { mayServeAt } from "../owner/may-serve-at.ts";
import { publicShop } from "../shop-by-ref.ts";
import { walkInQueue } from "../walk-in-queue.ts";
import { waitingItem } from "../wire/items-on-page.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { digitsOf, ticketsOfPhone } from "./same-phone.ts";

type JoinBody = z.output<typeof compat.CompatJoinBody>;

const VISITOR = { kind: "visitor" } as const;

export function join(app: App, context: Context): void {
  const inTurn = oneAtATime();
  app.route({
    method: "POST",
    url: "/queue",
    schema: {
      operationId: "pageJoin",
      summary: "A visitor checks in without an appointment",
      tags: [TAGS.pages],
      security: [],
      body: compat.CompatJoinBody,
      response: compatAnswers(200, compat.WaitingItem),
    },
    config: { authorisation: { kind: "public", why: "visitors join without an account" } },
    async handler(request, reply) {
      const { body } = request;
      const place = await publicShop(context, String(body.shop_id ?? body.business_id));
      const wished = body.barber_id ?? body.employee_id;
      if (wished !== null && !(await mayServeAt(context, place, wished)))
        throw new DetailError(404, "staff-not-found", "Employee not found");
      const { shopId } = place;
      const done = await inTurn(`${shopId} ${digitsOf(body.phone_number)}`, () =>
        issue(request, context, place, body),
      );
      const { ticket } = done.answer;
      if (ticket === null) throw new Error("issue-ticket answers with the ticket");
      giveTicketCookie(context, reply, ticket.id);
      if (wished === null) return waitingItem(done.snapshot, ticket);
      const assign: Command = { type: "assign-ticket", ticketId: ticket.id, staffId: wished };
      const assigned = await runCommand(context, { shopId, by: VISITOR, command: assign });
      return waitingItem(assigned.snapshot, assigned.answer.ticket ?? ticket);
    },
  });
}

async function issue(
  request: FastifyRequest,
  context: Context,
  { shopId }: Place,
  body: JoinBody,
): Promise<Done> {
  const idempotency = idempotencyClaim(request, context, "public");
  const snapshot = await freshSnapshotOf(context, shopId);
  // A repeated request is answered with what it did the first time.
  if (idempotency === undefined && ticketsOfPhone(snapshot, body.phone_number).length > 0) throw alreadyIn();
  const queue = walkInQueue(snapshot.state, body.service_id);
  if (queue === undefined) throw new DetailError(409, "queue-closed", "This shop has no queue");
  const done = await runCommand(context, {
    shopId,
    by: VISITOR,
    command: {
      type: "issue-ticket",
      ticketId: context.newId(),
      queueId: queue.id,
      serviceId: body.service_id,
      priority: 0,
      partySize: body.number_of_people,
      locale: body.locale,
    },
    person: { fullName: body.full_name, phone: body.phone_number, email: null },
    ...(idempotency === undefined ? {} : { idempotency }),
  });
  if (!done.replayed) await refuseSecond(context, done, body.phone_number);
  return done;
}

/** Two requests at once on two nodes both found nobody: of their tickets the later one goes again. */
async function refuseSecond(context: Context, { answer, snapshot }: Done, phone: string): Promise<void> {
  const own = answer.ticket;
  if (own === null || !ticketsOfPhone(snapshot, phone).some(({ entry }) => entry < own.entry)) return;
  const cancel = { type: "cancel-ticket", ticketId: own.id } as const;
  await runCommand(context, { shopId: snapshot.state.shop.id, by: VISITOR, command: cancel });
  throw alreadyIn();
}

function alreadyIn(): DetailError {
  return new DetailError(400, "ticket-exists", "Already in queue");
}
