import { booking } from "@callnext/protocol";
import { runCommand } from "../../../commands/run-command.ts";
import type { App } from "../../core/app-types.ts";
import { giveAppointmentCookie } from "../../core/appointment-cookie.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { idempotencyClaim } from "../../core/idempotency.ts";
import { KEPT_AFTER_MS } from "../../core/own-appointment.ts";
import { limitBooking } from "../../core/limit-requests.ts";
import { PublicShop } from "../../core/params.ts";
import { appointmentUrl } from "../../wire/appointment-url.ts";
import { foundIn } from "../../wire/appointment-answer.ts";
import { ownAppointmentAnswer } from "../../wire/own-appointment-answer.ts";
import { bookableShop } from "./bookable-shop.ts";
import { slotId } from "./slot-id.ts";
import { SLOT_PROBLEMS } from "./slot-problems.ts";

export function book(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/public/shops/:shopSlug/booking/appointments/",
    schema: {
      operationId: "book",
      summary: "A visitor books an appointment",
      description:
        "The answer carries the appointment's private link and sets its cookie: only they let the visitor see and change it.",
      tags: [TAGS.visitors],
      security: [],
      params: PublicShop,
      body: booking.BookBody,
      response: answers(201, booking.BookAnswer, [
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
          type: "book-appointment",
          appointmentId,
          serviceId: body.service_id,
          providerId: body.provider_id,
          start: Date.parse(body.appointment_time),
          partySize: body.number_of_people,
          locale: body.locale,
        },
        person: {
          fullName: body.full_name,
          phone: body.phone_number,
          email: body.email,
          notes: body.notes,
        },
        ...(idempotency === undefined ? {} : { idempotency }),
      });
      const own = { found: foundIn(done), snapshot: done.snapshot };
      const { id, end } = own.found.appointment;
      giveAppointmentCookie(context, reply, id, end + KEPT_AFTER_MS);
      return reply.code(201).send({
        ...ownAppointmentAnswer(context, own),
        appointment_url: appointmentUrl(context, id),
        appointment_key: context.appointmentKeys.of(id),
        seq: done.answer.seq,
        epoch: done.answer.epoch,
      });
    },
  });
}
