import { privacyBodies } from "@callnext/protocol";
import { erasePeople } from "../../../privacy/erase-people.ts";
import { findAppointments } from "../../../privacy/appointments-search.ts";
import { findWaiting } from "../../../privacy/waiting-search.ts";
import { findVisits } from "../../../privacy/people-search.ts";
import { appointmentEvents, type VisitEvent, visitEvents } from "../../../privacy/visit-events.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { accessOf } from "../../core/gate.ts";
import { noteAudit } from "../../core/note-audit.ts";
import { Tenant } from "../../core/params.ts";
import { appointmentMatch, visitOnWire, waitingMatch } from "./privacy-on-wire.ts";

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
      summary: "The tickets and appointments of exactly this phone number, e-mail address or ticket number",
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
      const booked = await findAppointments(context.db, tenantId, body, MOST_MATCHES + 1);
      const waiting = await findWaiting(context.db, tenantId, body, MOST_MATCHES + 1);
      const by = Object.keys(body)[0] ?? "";
      await noteAudit(request, context, {
        action: "person-searched",
        detail: { by, matches: Math.min(found.length + booked.length + waiting.length, MOST_MATCHES) },
      });
      void reply.header("cache-control", "no-store");
      return {
        tickets: found.slice(0, MOST_MATCHES).map(visitOnWire),
        appointments: booked.slice(0, MOST_MATCHES).map(appointmentMatch),
        waiting: waiting.slice(0, MOST_MATCHES).map(waitingMatch),
        more: Math.max(found.length, booked.length, waiting.length) > MOST_MATCHES,
      };
    },
  });
}

function exportPerson(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/people/export",
    schema: {
      operationId: "exportPerson",
      summary: "Everything held on the visitor of these tickets, appointments and places on a waiting list",
      tags: [TAGS.privacy],
      params: Tenant,
      body: privacyBodies.PersonVisits,
      response: answers(200, privacyBodies.PersonExport, ["forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "export-person" } },
    async handler(request, reply) {
      const { tenant } = accessOf(request).membership;
      const { body } = request;
      const tickets = await ticketsHeld(context, tenant.id, body.ticket_ids);
      const appointments = await appointmentsHeld(context, tenant.id, body.appointment_ids);
      const key = { waiting_ids: body.waiting_ids };
      const waiting = await findWaiting(context.db, tenant.id, key, body.waiting_ids.length);
      await noteAudit(request, context, {
        action: "person-exported",
        detail: {
          tickets: tickets.map(({ ticket_id }) => ticket_id).join(" "),
          ...(appointments.length === 0
            ? {}
            : { appointments: appointments.map(({ appointment_id }) => appointment_id).join(" ") }),
          ...(waiting.length === 0 ? {} : { waiting: waiting.map(({ entry }) => entry.id).join(" ") }),
        },
      });
      void reply.header("cache-control", "no-store");
      return {
        exported_at: new Date(context.now()).toISOString(),
        tenant: tenant.slug,
        tickets,
        appointments,
        waiting: waiting.map(waitingMatch),
      };
    },
  });
}

const eventOnWire = ({ at, type, by }: VisitEvent) => ({ at: at.toISOString(), type, by });

async function ticketsHeld({ db }: Context, tenantId: number, ids: readonly string[]) {
  const visits = await findVisits(db, tenantId, { ticket_ids: ids }, ids.length);
  const tickets = [];
  for (const visit of visits) {
    const events = await visitEvents(db, tenantId, visit);
    tickets.push({ ...visitOnWire(visit), ticket: { ...visit.ticket }, events: events.map(eventOnWire) });
  }
  return tickets;
}

async function appointmentsHeld({ db }: Context, tenantId: number, ids: readonly number[]) {
  const found = await findAppointments(db, tenantId, { appointment_ids: ids }, ids.length);
  const appointments = [];
  for (const each of found) {
    const events = await appointmentEvents(db, tenantId, each);
    const appointment = { ...each.appointment };
    appointments.push({ ...appointmentMatch(each), appointment, events: events.map(eventOnWire) });
  }
  return appointments;
}

function erase(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/people/erasure",
    schema: {
      operationId: "erasePerson",
      summary:
        "Forget who the visitor of these tickets, appointments and places on a waiting list is, at once and everywhere",
      description:
        "What is still open keeps its number, its place and its time. A ticket and the appointment it was checked in from are one visit. Who is forgotten no longer waits.",
      tags: [TAGS.privacy],
      params: Tenant,
      body: privacyBodies.PersonVisits,
      response: answers(200, privacyBodies.PersonErased, ["forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "erase-person" } },
    async handler(request) {
      const tenantId = accessOf(request).membership.tenant.id;
      const { ticket_ids: tickets, appointment_ids: appointments } = request.body;
      const erased = await erasePeople(context, tenantId, { tickets, appointments });
      const waiting = await eraseWaiting(context, tenantId, request.body.waiting_ids);
      await noteAudit(request, context, {
        action: "person-erased",
        detail: {
          tickets: erased.tickets.join(" "),
          ...(erased.appointments.length === 0 ? {} : { appointments: erased.appointments.join(" ") }),
          ...(waiting.length === 0 ? {} : { waiting: waiting.join(" ") }),
        },
      });
      return { erased: erased.tickets.length + erased.appointments.length + waiting.length };
    },
  });
}

/** What was kept for them is let go when it runs out. */
async function eraseWaiting(
  { waitingBook }: Context,
  tenantId: number,
  ids: readonly string[],
): Promise<readonly string[]> {
  const erased: string[] = [];
  for (const id of ids) if (await waitingBook.end({ id, tenantId }, "left")) erased.push(id);
  return erased;
}
