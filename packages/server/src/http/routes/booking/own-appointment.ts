import { booking } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { BY_APPOINTMENT, ownAppointment as findOwn, OwnAppointmentId } from "../../core/own-appointment.ts";
import { ownAppointmentAnswer } from "../../wire/own-appointment-answer.ts";

export function ownAppointment(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/public/appointments/:appointmentId/",
    schema: {
      operationId: "ownAppointment",
      summary: "A visitor's own appointment, and what they may do about it now",
      tags: [TAGS.visitors],
      security: [],
      params: OwnAppointmentId,
      response: answers(200, booking.OwnAppointment, ["appointment-not-found", "tenant-suspended"]),
    },
    config: { authorisation: BY_APPOINTMENT },
    async handler(request, reply) {
      const own = await findOwn(request, context, request.params.appointmentId);
      void reply.header("cache-control", "no-store");
      return ownAppointmentAnswer(context, own);
    },
  });
}
