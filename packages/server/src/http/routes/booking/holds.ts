import { type Appointment, isoTime, providerName } from "@callnext/core";
import { booking } from "@callnext/protocol";
import { z } from "zod";
import { type Done, runCommand } from "../../../commands/run-command.ts";
import type { App } from "../../core/app-types.ts";
import { dropAppointmentCookie, giveAppointmentCookie } from "../../core/appointment-cookie.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { idempotencyClaim } from "../../core/idempotency.ts";
import { BY_APPOINTMENT, requireOwn } from "../../core/own-appointment.ts";
import { limitBooking } from "../../core/limit-requests.ts";
import { addressed, PublicShop, rowNumber } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { appointmentOf } from "../../wire/appointment-answer.ts";
import { bookableShop } from "./bookable-shop.ts";
import { slotId } from "./slot-id.ts";
import { SLOT_PROBLEMS } from "./slot-problems.ts";

/** A slot is kept while somebody fills in the form. */
export function holds(app: App, context: Context): void {
  hold(app, context);
  release(app, context);
}

function hold(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/public/shops/:shopSlug/booking/holds/",
    schema: {
      operationId: "holdSlot",
      summary: "Keep a slot for a few minutes",
      description: "It is let go when another is chosen with its `hold_id`, or when its time is over.",
      tags: [TAGS.visitors],
      security: [],
      params: PublicShop,
      body: booking.HoldBody,
      response: answers(201, booking.HoldAnswer, [
        "shop-not-found",
        "too-many-requests",
        "appointment-exists",
        ...SLOT_PROBLEMS,
      ]),
    },
    config: { authorisation: { kind: "public", why: "visitors book without an account" } },
    async handler(request, reply) {
      limitBooking(request);
      const { body } = request;
      const { state } = await bookableShop(context, request.params.shopSlug);
      const appointmentId = await slotId(request, context, state.shop.id, body.hold_id);
      const idempotency = idempotencyClaim(request, context, "public");
      const done = await runCommand(context, {
        shopId: state.shop.id,
        by: { kind: "visitor" },
        command: {
          type: "hold-slot",
          minutes: null,
          appointmentId,
          serviceId: body.service_id,
          providerId: body.provider_id,
          start: Date.parse(body.appointment_time),
          partySize: body.number_of_people,
          locale: body.locale,
        },
        ...(idempotency === undefined ? {} : { idempotency }),
      });
      const held = appointmentOf(done);
      const { id, heldUntil } = held;
      giveAppointmentCookie(context, reply, id, heldUntil ?? held.start);
      return reply.code(201).send(holdAnswer(context, held, done));
    },
  });
}

function holdAnswer(context: Context, held: Appointment, { answer, snapshot }: Done): booking.HoldAnswer {
  const provider = snapshot.state.providers.get(held.providerId);
  return {
    hold: {
      id: held.id,
      held_until: isoTime(held.heldUntil ?? held.start),
      service_id: held.serviceId,
      provider_id: held.providerId,
      provider_name: provider === undefined ? "" : providerName(provider, snapshot),
      appointment_time: isoTime(held.start),
      end_time: isoTime(held.end),
      number_of_people: held.partySize,
    },
    appointment_key: context.appointmentKeys.of(held.id),
    seq: answer.seq,
    epoch: answer.epoch,
  };
}

function release(app: App, context: Context): void {
  app.route({
    method: "DELETE",
    url: "/public/shops/:shopSlug/booking/holds/:appointmentId/",
    schema: {
      operationId: "releaseSlot",
      summary: "Let a slot go that was kept",
      tags: [TAGS.visitors],
      security: [],
      params: z.object({ shopSlug: addressed, appointmentId: rowNumber }),
      response: answers(200, booking.ReleasedAnswer, ["appointment-not-found", "wrong-appointment-state"]),
    },
    config: { authorisation: BY_APPOINTMENT },
    async handler(request, reply) {
      const { shopSlug, appointmentId } = request.params;
      const snapshot = await requireOwn(request, context, appointmentId);
      if (snapshot.state.shop.slug !== shopSlug) throw new ProblemError("appointment-not-found");
      const { answer } = await runCommand(context, {
        shopId: snapshot.state.shop.id,
        by: { kind: "visitor" },
        command: { type: "release-slot", appointmentId },
      });
      // Not before: it may have become an appointment, of which the cookie is the proof.
      dropAppointmentCookie(reply, appointmentId);
      return { seq: answer.seq, epoch: answer.epoch };
    },
  });
}
