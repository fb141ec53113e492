import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { BY_APPOINTMENT, ownAppointment, OwnAppointmentId } from "../../core/own-appointment.ts";
import { CalendarText, sendCalendar } from "../../core/send-calendar.ts";
import { ownCalendarFile } from "../../wire/own-calendar-file.ts";

export function ownCalendar(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/public/appointments/:appointmentId/calendar.ics",
    schema: {
      operationId: "ownAppointmentCalendar",
      summary: "A visitor's own appointment for their calendar (iCalendar)",
      description: "Taken again after a move or a cancellation it replaces the entry.",
      tags: [TAGS.visitors],
      security: [],
      params: OwnAppointmentId,
      produces: ["text/calendar"],
      response: answers(200, CalendarText, ["appointment-not-found", "tenant-suspended"]),
    },
    config: { authorisation: BY_APPOINTMENT },
    async handler(request, reply) {
      const own = await ownAppointment(request, context, request.params.appointmentId);
      return sendCalendar(reply, ownCalendarFile(context, own), "appointment.ics");
    },
  });
}
