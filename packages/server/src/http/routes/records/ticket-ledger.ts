import { records } from "@callnext/protocol";
import type { Place } from "../../../people/directory.ts";
import { ledgerOfTicket } from "../../../records/ledger-of-ticket.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { publicPlace, snapshotOf, staffPlace } from "../../core/find-place.ts";
import { findTicket } from "../../core/find-ticket.ts";
import { TenantTicket } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { placeChangeOnWire } from "../../wire/place-change-on-wire.ts";

const SUMMARY = "Why a ticket stood where it stood, without naming anybody";

export function ticketLedger(app: App, context: Context): void {
  const read = async (place: Place, ticketId: string): Promise<records.TicketLedger> => {
    const snapshot = await snapshotOf(context, place.shopId);
    const ticket = await findTicket(context, snapshot, ticketId);
    const changes = await ledgerOfTicket(context, place, ticket);
    if (changes === undefined) throw new ProblemError("record-too-long");
    return {
      ticket_number: ticket.number,
      changes: changes.map((change) => placeChangeOnWire(change, snapshot.state)),
    };
  };

  app.route({
    method: "GET",
    url: "/tenants/:slug/tickets/:ticketId/ledger",
    schema: {
      operationId: "ticketLedger",
      summary: SUMMARY,
      tags: [TAGS.desk],
      params: TenantTicket,
      response: answers(200, records.TicketLedger, ["ticket-not-found", "record-too-long"]),
    },
    config: { authorisation: { kind: "action", action: "see-shops" } },
    async handler(request, reply) {
      const ticketId = request.params.ticketId.toLowerCase();
      const place = await staffPlace(request, context, "ticket", ticketId);
      void reply.header("cache-control", "no-store");
      return await read(place, ticketId);
    },
  });

  app.route({
    method: "GET",
    url: "/public/tenants/:slug/tickets/:ticketId/ledger",
    schema: {
      operationId: "publicTicketLedger",
      summary: SUMMARY,
      tags: [TAGS.visitors],
      security: [],
      params: TenantTicket,
      response: answers(200, records.TicketLedger, ["ticket-not-found", "record-too-long"]),
    },
    config: {
      authorisation: {
        kind: "public",
        why: "who knows a ticket's id, which cannot be guessed, may see its place and why it is that",
      },
    },
    async handler(request, reply) {
      const { slug } = request.params;
      const ticketId = request.params.ticketId.toLowerCase();
      void reply.header("cache-control", "no-store");
      return await read(await publicPlace(context, slug, "ticket", ticketId), ticketId);
    },
  });
}
