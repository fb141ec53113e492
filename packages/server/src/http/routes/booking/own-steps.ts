import type { AppointmentId, Command } from "@callnext/core";
import { booking, type OwnAppointment } from "@callnext/protocol";
import type { FastifyRequest } from "fastify";
import { type Done, runCommand } from "../../../commands/run-command.ts";
import type { App } from "../../core/app-types.ts";
import { giveAppointmentCookie } from "../../core/appointment-cookie.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { idempotencyClaim } from "../../core/idempotency.ts";
import { limitBooking } from "../../core/limit-requests.ts";
import { BY_APPOINTMENT, KEPT_AFTER_MS, OwnAppointmentId, requireOwn } from "../../core/own-appointment.ts";
import { giveTicketCookie } from "../../core/ticket-cookie.ts";
import { foundIn } from "../../wire/appointment-answer.ts";
import { ownAppointmentAnswer } from "../../wire/own-appointment-answer.ts";
import { SLOT_PROBLEMS } from "./slot-problems.ts";

const PROBLEMS = ["appointment-not-found", "wrong-appointment-state", "tenant-suspended"] as const;

/** What visitors do about their own appointment; each answers with it. */
export function ownSteps(app: App, context: Context): void {
  move(app, context);
  cancel(app, context);
  sayOnMyWay(app, context);
  sayLate(app, context);
  checkIn(app, context);
}

function move(app: App, context: Context): void {
  app.route({
    method: "PUT",
    url: "/public/appointments/:appointmentId/",
    schema: {
      operationId: "moveOwnAppointment",
      summary: "The visitor takes another time: the new one is theirs, or nothing changes",
      tags: [TAGS.visitors],
      security: [],
      params: OwnAppointmentId,
      body: booking.MoveBody,
      response: answers(200, booking.OwnAppointment, [
        "too-late-to-change",
        "too-many-requests",
        ...PROBLEMS,
        ...SLOT_PROBLEMS,
      ]),
    },
    config: { authorisation: BY_APPOINTMENT },
    async handler(request, reply) {
      limitBooking(request);
      const { appointmentId } = request.params;
      const { appointment_time: time, provider_id: providerId, service_id: serviceId } = request.body;
      const start = Date.parse(time);
      const command = { type: "move-appointment", appointmentId, start, providerId, serviceId } as const;
      const done = await ownCommand(request, context, appointmentId, command);
      const { end } = foundIn(done).appointment;
      giveAppointmentCookie(context, reply, appointmentId, end + KEPT_AFTER_MS);
      return ownDone(context, done);
    },
  });
}

function cancel(app: App, context: Context): void {
  app.route({
    method: "DELETE",
    url: "/public/appointments/:appointmentId/",
    schema: {
      operationId: "cancelOwnAppointment",
      summary: "The visitor cancels",
      tags: [TAGS.visitors],
      security: [],
      params: OwnAppointmentId,
      response: answers(200, booking.OwnAppointment, ["too-late-to-change", "wrong-state", ...PROBLEMS]),
    },
    config: { authorisation: BY_APPOINTMENT },
    async handler(request) {
      const { appointmentId } = request.params;
      const command = { type: "cancel-appointment", appointmentId } as const;
      return ownDone(context, await ownCommand(request, context, appointmentId, command));
    },
  });
}

function sayOnMyWay(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/public/appointments/:appointmentId/on-my-way/",
    schema: {
      operationId: "sayOnMyWay",
      summary: "The visitor says: I am on my way",
      tags: [TAGS.visitors],
      security: [],
      params: OwnAppointmentId,
      response: answers(200, booking.OwnAppointment, PROBLEMS),
    },
    config: { authorisation: BY_APPOINTMENT },
    async handler(request) {
      const { appointmentId } = request.params;
      const command = { type: "say-on-my-way", appointmentId } as const;
      return ownDone(context, await ownCommand(request, context, appointmentId, command));
    },
  });
}

function sayLate(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/public/appointments/:appointmentId/late/",
    schema: {
      operationId: "sayLate",
      summary: "The visitor says how late they will be",
      tags: [TAGS.visitors],
      security: [],
      params: OwnAppointmentId,
      body: booking.OwnLateBody,
      response: answers(200, booking.OwnAppointment, PROBLEMS),
    },
    config: { authorisation: BY_APPOINTMENT },
    async handler(request) {
      const { appointmentId } = request.params;
      const { minutes } = request.body;
      const command = { type: "mark-appointment-late", appointmentId, minutes } as const;
      return ownDone(context, await ownCommand(request, context, appointmentId, command));
    },
  });
}

function checkIn(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/public/appointments/:appointmentId/check-in/",
    schema: {
      operationId: "checkInOwnAppointment",
      summary: "The visitor is there: the appointment becomes a ticket in the line",
      description: "`ticket_url` leads to the ticket; its cookie is set, too.",
      tags: [TAGS.visitors],
      security: [],
      params: OwnAppointmentId,
      response: answers(200, booking.OwnAppointment, [
        "check-in-too-early",
        "check-in-over",
        "shop-full",
        "queue-not-found",
        ...PROBLEMS,
      ]),
    },
    config: { authorisation: BY_APPOINTMENT },
    async handler(request, reply) {
      const { appointmentId } = request.params;
      const ticketId = context.newId();
      const command = { type: "check-in-appointment", appointmentId, ticketId } as const;
      const done = await ownCommand(request, context, appointmentId, command);
      const { ticket } = done.answer;
      if (ticket === null) throw new Error("check-in answers with the ticket");
      giveTicketCookie(context, reply, ticket.id);
      return ownDone(context, done);
    },
  });
}

async function ownCommand(
  request: FastifyRequest,
  context: Context,
  id: AppointmentId,
  command: Command,
): Promise<Done> {
  const { state } = await requireOwn(request, context, id);
  const idempotency = idempotencyClaim(request, context, `appointment:${id}`);
  return await runCommand(context, {
    shopId: state.shop.id,
    by: { kind: "visitor" },
    command,
    ...(idempotency === undefined ? {} : { idempotency }),
  });
}

function ownDone(context: Context, done: Done): OwnAppointment {
  const { seq, epoch } = done.answer;
  return { ...ownAppointmentAnswer(context, { found: foundIn(done), snapshot: done.snapshot }), seq, epoch };
}
