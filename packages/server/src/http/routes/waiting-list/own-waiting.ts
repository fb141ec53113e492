import { type BookAnswer, waitingList } from "@callnext/protocol";
import type { FastifyRequest } from "fastify";
import { type Done, runCommand } from "../../../commands/run-command.ts";
import { findAppointment } from "../../../booking/find-appointment.ts";
import type { App } from "../../core/app-types.ts";
import { giveAppointmentCookie } from "../../core/appointment-cookie.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { KEPT_AFTER_MS, type Own } from "../../core/own-appointment.ts";
import { BY_WAITING, ownEntry, type OwnEntry, OwnWaitingId } from "../../core/own-waiting.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { foundIn } from "../../wire/appointment-answer.ts";
import { appointmentUrl } from "../../wire/appointment-url.ts";
import { ownAppointmentAnswer } from "../../wire/own-appointment-answer.ts";
import { ownWaitingAnswer } from "../../wire/own-waiting-answer.ts";
import { openOffer, waitingStatus } from "../../wire/waiting-on-wire.ts";
import { letGo } from "../../../waiting-list/let-go.ts";

const VISITOR = { kind: "visitor" } as const;
const PROBLEMS = ["waiting-not-found", "tenant-suspended"] as const;

/** What visitors see and do about their own entry of a waiting list. */
export function ownWaiting(app: App, context: Context): void {
  look(app, context);
  leave(app, context);
  accept(app, context);
  decline(app, context);
}

function look(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/public/waiting-list/:waitingId/",
    schema: {
      operationId: "ownWaiting",
      summary: "The visitor's own entry of a waiting list, and what is offered to them",
      tags: [TAGS.visitors],
      security: [],
      params: OwnWaitingId,
      response: answers(200, waitingList.OwnWaiting, PROBLEMS),
    },
    config: { authorisation: BY_WAITING },
    async handler(request, reply) {
      void reply.header("cache-control", "no-store");
      return await ownWaitingAnswer(context, await ownEntry(request, context, request.params.waitingId));
    },
  });
}

function leave(app: App, context: Context): void {
  app.route({
    method: "DELETE",
    url: "/public/waiting-list/:waitingId/",
    schema: {
      operationId: "leaveWaitingList",
      summary: "The visitor no longer waits; whose the entry was is forgotten",
      tags: [TAGS.visitors],
      security: [],
      params: OwnWaitingId,
      response: answers(200, waitingList.OwnWaiting, PROBLEMS),
    },
    config: { authorisation: BY_WAITING },
    async handler(request) {
      const { waitingId } = request.params;
      const { entry } = await ownEntry(request, context, waitingId);
      if (await context.waitingBook.end(entry, "left")) {
        // Looked at anew: a time may have been offered to them meanwhile.
        const left = await ownEntry(request, context, waitingId);
        await letGo(context, left.entry, left.snapshot, VISITOR);
      }
      return await again(request, context);
    },
  });
}

function decline(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/public/waiting-list/:waitingId/decline/",
    schema: {
      operationId: "declineOffer",
      summary: "The visitor lets the offered time go, and waits for another",
      tags: [TAGS.visitors],
      security: [],
      params: OwnWaitingId,
      response: answers(200, waitingList.OwnWaiting, ["offer-over", ...PROBLEMS]),
    },
    config: { authorisation: BY_WAITING },
    async handler(request) {
      const own = await ownEntry(request, context, request.params.waitingId);
      const { appointmentId } = own.entry;
      if (appointmentId === null || openOffer(own.entry, own.snapshot, context.now()) === null)
        throw new ProblemError("offer-over");
      await letGo(context, own.entry, own.snapshot, VISITOR);
      await context.waitingBook.waitAgain(own.entry, appointmentId);
      return await again(request, context);
    },
  });
}

function accept(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/public/waiting-list/:waitingId/accept/",
    schema: {
      operationId: "acceptOffer",
      summary: "The visitor takes the offered time: it is booked",
      description: "Asked again, it answers with the same appointment.",
      tags: [TAGS.visitors],
      security: [],
      params: OwnWaitingId,
      response: answers(201, waitingList.AcceptOfferAnswer, ["offer-over", ...PROBLEMS]),
    },
    config: { authorisation: BY_WAITING },
    async handler(request, reply) {
      const own = await ownEntry(request, context, request.params.waitingId);
      const booked = (await bookedBefore(context, own)) ?? (await book(context, own));
      const { id, end } = booked.found.appointment;
      giveAppointmentCookie(context, reply, id, end + KEPT_AFTER_MS);
      return reply.code(201).send({
        ...ownAppointmentAnswer(context, booked),
        appointment_url: appointmentUrl(context, id),
        appointment_key: context.appointmentKeys.of(id),
      } satisfies BookAnswer);
    },
  });
}

/** As it is after what was done. */
async function again(
  request: FastifyRequest<{ Params: { waitingId: string } }>,
  context: Context,
): Promise<waitingList.OwnWaiting> {
  return await ownWaitingAnswer(context, await ownEntry(request, context, request.params.waitingId));
}

async function bookedBefore(context: Context, { entry, snapshot }: OwnEntry): Promise<Own | null> {
  const status = waitingStatus(entry, snapshot, context.now());
  if (status !== "booked" || entry.appointmentId === null) return null;
  const found = await findAppointment(context, snapshot, entry.appointmentId);
  return found === undefined ? null : { found, snapshot };
}

async function book(context: Context, { entry, snapshot }: OwnEntry): Promise<Own> {
  const offer = openOffer(entry, snapshot, context.now());
  if (offer === null) throw new ProblemError("offer-over");
  const { id: appointmentId, serviceId, providerId, start } = offer;
  const { partySize, locale, fullName, phone, email, shopId } = entry;
  const done: Done = await runCommand(context, {
    shopId,
    by: VISITOR,
    command: { type: "book-appointment", appointmentId, serviceId, providerId, start, partySize, locale },
    person: { fullName, phone, email, notes: null },
  });
  // Cut off before this, the next look at the list sees that it is booked.
  await context.waitingBook.end(entry, "booked");
  return { found: foundIn(done), snapshot: done.snapshot };
}
