import { compat } from "@callnext/protocol";
import { runCommand } from "../../commands/run-command.ts";
import type { App } from "../../http/core/app-types.ts";
import { giveAppointmentCookie } from "../../http/core/appointment-cookie.ts";
import type { Context } from "../../http/core/context.ts";
import { TAGS } from "../../http/core/describe-route.ts";
import { freshSnapshotOf } from "../../http/core/find-place.ts";
import { idempotencyClaim } from "../../http/core/idempotency.ts";
import { limitBooking } from "../../http/core/limit-requests.ts";
import { KEPT_AFTER_MS } from "../../http/core/own-appointment.ts";
import { foundIn } from "../../http/wire/appointment-answer.ts";
import { nextAppointmentId } from "../../storage/next-appointment-id.ts";
import { compatAnswers } from "../compat-answers.ts";
import { publicShop } from "../shop-by-ref.ts";
import { appointmentOnPage } from "../wire/appointment-on-page.ts";
import { bookingStaff } from "./booking-staff.ts";
import { providerOf, serviceWanted } from "./wanted-slot.ts";
import { wantedTime } from "./wanted-time.ts";

export function book(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/appointments",
    schema: {
      operationId: "pageBook",
      summary: "Book an appointment",
      description:
        "Without `service_id`: the first service that visitors can book. The shop's own people may book outside its rules for visitors.",
      tags: [TAGS.pages],
      security: [],
      body: compat.CompatBookBody,
      response: compatAnswers(201, compat.CompatAppointment),
    },
    config: { authorisation: { kind: "public", why: "visitors book without an account" } },
    async handler(request, reply) {
      const { body } = request;
      const place = await publicShop(context, String(body.shop_id ?? body.business_id));
      const { state } = await freshSnapshotOf(context, place.shopId);
      const acting = await bookingStaff(request, context, place);
      if (acting === null) limitBooking(request);
      const providerId = providerOf(state, body.barber_id ?? body.employee_id);
      const idempotency = idempotencyClaim(request, context, acting?.claimant ?? "public");
      const done = await runCommand(context, {
        shopId: place.shopId,
        by: acting?.by ?? { kind: "visitor" },
        command: {
          type: "book-appointment",
          appointmentId: await nextAppointmentId(context.db),
          serviceId: serviceWanted(state, body.service_id, providerId),
          providerId,
          start: wantedTime(body.appointment_time, body.user_timezone ?? state.shop.timeZone),
          partySize: body.number_of_people,
          locale: body.locale,
        },
        person: { fullName: body.full_name, phone: body.phone_number, email: body.email, notes: null },
        ...(idempotency === undefined ? {} : { idempotency }),
      });
      const found = foundIn(done);
      const { id, end } = found.appointment;
      if (acting === null) giveAppointmentCookie(context, reply, id, end + KEPT_AFTER_MS);
      return reply.code(201).send(appointmentOnPage(found, done.snapshot, "full"));
    },
  });
}
