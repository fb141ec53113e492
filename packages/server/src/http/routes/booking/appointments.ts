import { booking } from "@callnext/protocol";
import { listAppointments } from "../../../booking/stored-appointments.ts";
import { nextAppointmentId } from "../../../storage/next-appointment-id.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { freshSnapshotOf, staffShop } from "../../core/find-place.ts";
import { accessOf } from "../../core/gate.ts";
import { noteView } from "../../core/note-view.ts";
import { TenantShop } from "../../core/params.ts";
import { staffCommand } from "../../core/staff-command.ts";
import { appointmentUrl } from "../../wire/appointment-url.ts";
import { appointmentAnswer, appointmentWire } from "../../wire/appointment-answer.ts";
import { appointmentsFilter, nextCursor } from "./appointments-filter.ts";
import { sightOf } from "./sight-of.ts";
import { SLOT_PROBLEMS } from "./slot-problems.ts";

/** A shop's appointments, for its staff. */
export function appointments(app: App, context: Context): void {
  list(app, context);
  create(app, context);
}

function list(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/shops/:shopId/appointments",
    schema: {
      operationId: "listAppointments",
      summary: "The appointments that take any of a time, ended and cancelled ones too",
      tags: [TAGS.appointments],
      params: TenantShop,
      querystring: booking.AppointmentsQuery,
      response: answers(200, booking.AppointmentPage, ["shop-not-found", "invalid-input"]),
    },
    config: { authorisation: { kind: "action", action: "see-appointments" } },
    async handler(request, reply) {
      const place = await staffShop(request, context, request.params.shopId);
      await noteView(request, context, accessOf(request).caller, place);
      const snapshot = await freshSnapshotOf(context, place.shopId);
      const { filter, limit } = appointmentsFilter(request.query, snapshot.state.shop, context.now());
      const found = await listAppointments(context.db, place, { ...filter, atMost: limit + 1 });
      const shown = found.slice(0, limit);
      void reply.header("cache-control", "no-store");
      return {
        appointments: shown.map((each) => appointmentWire(each, snapshot, sightOf(request))),
        next: found.length > limit ? nextCursor(shown.at(-1)) : null,
        seq: snapshot.state.seq,
        epoch: snapshot.epoch,
      };
    },
  });
}

function create(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/shops/:shopId/appointments",
    schema: {
      operationId: "bookAtDesk",
      summary: "Book for a visitor: outside lead time, horizon and working hours too, over nobody else",
      tags: [TAGS.appointments],
      params: TenantShop,
      body: booking.DeskBookBody,
      response: answers(201, booking.DeskBookAnswer, ["shop-not-found", ...SLOT_PROBLEMS]),
    },
    config: { authorisation: { kind: "action", action: "book-appointments" } },
    async handler(request, reply) {
      const { body } = request;
      const { shopId } = await staffShop(request, context, request.params.shopId);
      const appointmentId = await nextAppointmentId(context.db);
      const done = await staffCommand(
        request,
        context,
        shopId,
        {
          type: "book-appointment",
          appointmentId,
          serviceId: body.service_id,
          providerId: body.provider_id,
          start: Date.parse(body.appointment_time),
          partySize: body.number_of_people,
          locale: body.locale,
        },
        {
          person: {
            fullName: body.full_name,
            phone: body.phone_number,
            email: body.email,
            notes: body.notes,
          },
        },
      );
      const answer = appointmentAnswer(done, sightOf(request));
      const url = appointmentUrl(context, answer.appointment.id);
      return reply.code(201).send({ ...answer, appointment_url: url });
    },
  });
}
