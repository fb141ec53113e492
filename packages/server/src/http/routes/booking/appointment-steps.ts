import type { AppointmentId, Command } from "@callnext/core";
import { type AppointmentStep, booking, type ProblemCode } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { staffAppointment } from "../../core/find-place.ts";
import { TenantAppointment } from "../../core/params.ts";
import { staffCommand } from "../../core/staff-command.ts";
import { appointmentAnswer } from "../../wire/appointment-answer.ts";
import { ticketAnswer } from "../../wire/ticket-on-wire.ts";
import { ticketUrl } from "../../wire/ticket-url.ts";
import { sightOf } from "./sight-of.ts";
import { SLOT_PROBLEMS } from "./slot-problems.ts";

interface Step {
  readonly operationId: string;
  readonly summary: string;
  readonly command: (appointmentId: AppointmentId) => Command;
  readonly problems: readonly ProblemCode[];
}

const STEPS: Readonly<Record<AppointmentStep, Step>> = {
  cancel: {
    operationId: "cancelAppointment",
    summary: "Cancel, as staff; once checked in, the ticket too",
    command: (appointmentId) => ({ type: "cancel-appointment", appointmentId }),
    problems: ["wrong-state"],
  },
  "on-my-way": {
    operationId: "markOnTheWay",
    summary: "The visitor has said that they are on their way",
    command: (appointmentId) => ({ type: "say-on-my-way", appointmentId }),
    problems: [],
  },
  "no-show": {
    operationId: "markAppointmentNoShow",
    summary: "The visitor did not come",
    command: (appointmentId) => ({ type: "mark-appointment-no-show", appointmentId }),
    problems: ["wrong-state"],
  },
  restore: {
    operationId: "restoreAppointment",
    summary: "A missed or cancelled one is scheduled again, where its slot is still free",
    command: (appointmentId) => ({ type: "restore-appointment", appointmentId }),
    problems: ["slot-taken", "too-many-appointments"],
  },
  complete: {
    operationId: "completeAppointment",
    summary: "The visit took place",
    command: (appointmentId) => ({ type: "complete-appointment", appointmentId }),
    problems: ["wrong-state"],
  },
};

const PROBLEMS = ["appointment-not-found", "wrong-appointment-state"] as const;

/** What staff do about an appointment; each answers with it. */
export function appointmentSteps(app: App, context: Context): void {
  for (const step of booking.APPOINTMENT_STEPS) plainStep(app, context, step);
  move(app, context);
  late(app, context);
  checkIn(app, context);
}

function plainStep(app: App, context: Context, step: AppointmentStep): void {
  const { operationId, summary, command, problems } = STEPS[step];
  app.route({
    method: "POST",
    url: `/tenants/:slug/appointments/:appointmentId/${step}`,
    schema: {
      operationId,
      summary,
      tags: [TAGS.appointments],
      params: TenantAppointment,
      response: answers(200, booking.AppointmentAnswer, [...PROBLEMS, ...problems]),
    },
    config: { authorisation: { kind: "action", action: "book-appointments" } },
    async handler(request) {
      const { appointmentId } = request.params;
      const { shopId } = await staffAppointment(request, context, appointmentId);
      const done = await staffCommand(request, context, shopId, command(appointmentId));
      return appointmentAnswer(done, sightOf(request));
    },
  });
}

function move(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/appointments/:appointmentId/move",
    schema: {
      operationId: "moveAppointment",
      summary:
        "Another time, person or service: the old slot is let go and the new one taken, or nothing happens",
      tags: [TAGS.appointments],
      params: TenantAppointment,
      body: booking.MoveBody,
      response: answers(200, booking.AppointmentAnswer, [...PROBLEMS, ...SLOT_PROBLEMS]),
    },
    config: { authorisation: { kind: "action", action: "book-appointments" } },
    async handler(request) {
      const { appointmentId } = request.params;
      const { shopId } = await staffAppointment(request, context, appointmentId);
      const { appointment_time: time, provider_id: providerId, service_id: serviceId } = request.body;
      const start = Date.parse(time);
      const command = { type: "move-appointment", appointmentId, start, providerId, serviceId } as const;
      return appointmentAnswer(await staffCommand(request, context, shopId, command), sightOf(request));
    },
  });
}

function late(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/appointments/:appointmentId/late",
    schema: {
      operationId: "markAppointmentLate",
      summary: "The visitor is expected so many minutes after the booked time",
      tags: [TAGS.appointments],
      params: TenantAppointment,
      body: booking.LateBody,
      response: answers(200, booking.AppointmentAnswer, PROBLEMS),
    },
    config: { authorisation: { kind: "action", action: "book-appointments" } },
    async handler(request) {
      const { appointmentId } = request.params;
      const { shopId } = await staffAppointment(request, context, appointmentId);
      const { minutes } = request.body;
      const command = { type: "mark-appointment-late", appointmentId, minutes } as const;
      return appointmentAnswer(await staffCommand(request, context, shopId, command), sightOf(request));
    },
  });
}

function checkIn(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/appointments/:appointmentId/check-in",
    schema: {
      operationId: "checkInAppointment",
      summary: "The visitor is there: the appointment becomes a ticket in the line",
      tags: [TAGS.appointments],
      params: TenantAppointment,
      response: answers(200, booking.CheckInAnswer, [
        "check-in-too-early",
        "shop-full",
        "queue-not-found",
        ...PROBLEMS,
      ]),
    },
    config: { authorisation: { kind: "action", action: "book-appointments" } },
    async handler(request) {
      const { appointmentId } = request.params;
      const { shopId } = await staffAppointment(request, context, appointmentId);
      const ticketId = context.newId();
      const command = { type: "check-in-appointment", appointmentId, ticketId } as const;
      const done = await staffCommand(request, context, shopId, command);
      const { ticket } = await ticketAnswer(context, done);
      return {
        ...appointmentAnswer(done, sightOf(request)),
        ticket,
        ticket_url: ticketUrl(context, ticket.id),
      };
    },
  });
}
