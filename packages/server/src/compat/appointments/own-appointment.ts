import type { Command } from "@callnext/core";
import { compat } from "@callnext/protocol";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../../http/core/app-types.ts";
import type { Context } from "../../http/core/context.ts";
import { TAGS } from "../../http/core/describe-route.ts";
import { limitBooking } from "../../http/core/limit-requests.ts";
import { rowNumber } from "../../http/core/params.ts";
import { foundIn } from "../../http/wire/appointment-answer.ts";
import { commandSteps } from "../command-steps.ts";
import { compatAnswers } from "../compat-answers.ts";
import { seesVisitors } from "../sees-visitors.ts";
import { appointmentOnPage } from "../wire/appointment-on-page.ts";
import { BY_APPOINTMENT_OR_PHONE, type Reached, reachedAppointment } from "./reached-appointment.ts";
import { providerOf } from "./wanted-slot.ts";
import { wantedTime } from "./wanted-time.ts";

const AtAppointment = z.object({ appointmentId: rowNumber });

/** One appointment, by whoever has shown that it is theirs. */
export function ownAppointment(app: App, context: Context): void {
  read(app, context);
  move(app, context);
  cancel(app, context);
}

function read(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/appointments/:appointmentId",
    schema: {
      operationId: "pageAppointment",
      summary: "A visitor's own appointment",
      tags: [TAGS.pages],
      security: [],
      params: AtAppointment,
      querystring: compat.AppointmentPhoneQuery,
      response: compatAnswers(200, compat.CompatAppointment),
    },
    config: { authorisation: BY_APPOINTMENT_OR_PHONE },
    async handler(request, reply) {
      const { appointmentId } = request.params;
      const reached = await reachedAppointment(request, context, appointmentId, request.query);
      const { found, snapshot, place, acting } = reached;
      if (acting.by.kind !== "visitor") await seesVisitors(request, context, place);
      void reply.header("cache-control", "no-store");
      return appointmentOnPage(found, snapshot, "full");
    },
  });
}

function move(app: App, context: Context): void {
  app.route({
    method: "PUT",
    url: "/appointments/:appointmentId",
    schema: {
      operationId: "pageMoveAppointment",
      summary: "Another time, person or service: all of it, or nothing happens",
      tags: [TAGS.pages],
      security: [],
      params: AtAppointment,
      querystring: compat.AppointmentPhoneQuery,
      body: compat.CompatMoveBody,
      response: compatAnswers(200, compat.CompatAppointment),
    },
    config: { authorisation: BY_APPOINTMENT_OR_PHONE },
    async handler(request) {
      const { appointmentId } = request.params;
      const reached = await reachedAppointment(request, context, appointmentId, request.query);
      if (reached.acting.by.kind === "visitor") limitBooking(request);
      const { body } = request;
      const { state } = reached.snapshot;
      const { start } = reached.found.appointment;
      const time = body.appointment_time;
      return await changed(request, context, reached, {
        type: "move-appointment",
        appointmentId,
        start: time === undefined ? start : wantedTime(time, body.user_timezone ?? state.shop.timeZone),
        providerId: providerOf(state, body.barber_id ?? body.employee_id),
        serviceId: body.service_id,
      });
    },
  });
}

function cancel(app: App, context: Context): void {
  app.route({
    method: "DELETE",
    url: "/appointments/:appointmentId",
    schema: {
      operationId: "pageCancelAppointment",
      summary: "Cancel an appointment",
      tags: [TAGS.pages],
      security: [],
      params: AtAppointment,
      querystring: compat.AppointmentPhoneQuery,
      response: compatAnswers(200, compat.CompatAppointment),
    },
    config: { authorisation: BY_APPOINTMENT_OR_PHONE },
    async handler(request) {
      const { appointmentId } = request.params;
      const reached = await reachedAppointment(request, context, appointmentId, request.query);
      return await changed(request, context, reached, { type: "cancel-appointment", appointmentId });
    },
  });
}

async function changed(
  request: FastifyRequest,
  context: Context,
  { place, acting }: Reached,
  command: Command,
): Promise<compat.CompatAppointment> {
  const done = await commandSteps(request, context, place.shopId, [command], acting);
  if (done === null) throw new Error("a command was given, so that something was done");
  return appointmentOnPage(foundIn(done), done.snapshot, "full");
}
