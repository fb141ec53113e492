import { privacyBodies } from "@callnext/protocol";
import { erasePeople } from "../../../privacy/erase-people.ts";
import { findVisits } from "../../../privacy/people-search.ts";
import { visitEvents } from "../../../privacy/visit-events.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { accessOf } from "../../core/gate.ts";
import { noteAudit } from "../../core/note-audit.ts";
import { Tenant } from "../../core/params.ts";
import { visitOnWire } from "./privacy-on-wire.ts";

const MOST_MATCHES = 200;

/** What is asked about people is in bodies, never in addresses: those end up in logs. */
export function people(app: App, context: Context): void {
  search(app, context);
  exportPerson(app, context);
  erase(app, context);
}

function search(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/people/search",
    schema: {
      operationId: "searchPerson",
      summary: "The visits of exactly this phone number, e-mail address or ticket number",
      tags: [TAGS.privacy],
      params: Tenant,
      body: privacyBodies.PersonSearch,
      response: answers(200, privacyBodies.PersonMatches, ["forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "export-person" } },
    async handler(request, reply) {
      const { body } = request;
      const tenantId = accessOf(request).membership.tenant.id;
      const found = await findVisits(context.db, tenantId, body, MOST_MATCHES + 1);
      const by = Object.keys(body)[0] ?? "";
      await noteAudit(request, context, {
        action: "person-searched",
        detail: { by, matches: Math.min(found.length, MOST_MATCHES) },
      });
      void reply.header("cache-control", "no-store");
      return { tickets: found.slice(0, MOST_MATCHES).map(visitOnWire), more: found.length > MOST_MATCHES };
    },
  });
}

function exportPerson(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/people/export",
    schema: {
      operationId: "exportPerson",
      summary: "Everything held on the visitor of these tickets",
      tags: [TAGS.privacy],
      params: Tenant,
      body: privacyBodies.PersonTickets,
      response: answers(200, privacyBodies.PersonExport, ["forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "export-person" } },
    async handler(request, reply) {
      const { tenant } = accessOf(request).membership;
      const ids = request.body.ticket_ids;
      const visits = await findVisits(context.db, tenant.id, { ticket_ids: ids }, ids.length);
      const tickets = [];
      for (const visit of visits) {
        const events = await visitEvents(context.db, tenant.id, visit);
        tickets.push({
          ...visitOnWire(visit),
          ticket: { ...visit.ticket },
          events: events.map(({ at, type, by }) => ({ at: at.toISOString(), type, by })),
        });
      }
      await noteAudit(request, context, {
        action: "person-exported",
        detail: { tickets: visits.map(({ ticketId }) => ticketId).join(" ") },
      });
      void reply.header("cache-control", "no-store");
      return { exported_at: new Date(context.now()).toISOString(), tenant: tenant.slug, tickets };
    },
  });
}

function erase(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/people/erasure",
    schema: {
      operationId: "erasePerson",
      summary: "Forget who the visitor of these tickets is, at once and everywhere",
      description: "Tickets that are still open keep their number and their place.",
      tags: [TAGS.privacy],
      params: Tenant,
      body: privacyBodies.PersonTickets,
      response: answers(200, privacyBodies.PersonErased, ["forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "erase-person" } },
    async handler(request) {
      const tenantId = accessOf(request).membership.tenant.id;
      const erased = await erasePeople(context, tenantId, request.body.ticket_ids);
      await noteAudit(request, context, {
        action: "person-erased",
        detail: { tickets: erased.join(" ") },
      });
      return { erased: erased.length };
    },
  });
}
