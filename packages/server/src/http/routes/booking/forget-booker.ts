import { privacyBodies } from "@callnext/protocol";
import { erasePeople } from "../../../privacy/erase-people.ts";
import { shopOf } from "../../../shops/shop-of.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { BY_APPOINTMENT, OwnAppointmentId, requireOwn } from "../../core/own-appointment.ts";

export function forgetBooker(app: App, context: Context): void {
  app.route({
    method: "DELETE",
    url: "/public/appointments/:appointmentId/person",
    schema: {
      operationId: "forgetBooker",
      summary: "The visitor has their own name, phone number, address and notes erased",
      description:
        "Needs the appointment's key. One that is still to come stays booked, for nobody who is known.",
      tags: [TAGS.visitors],
      security: [],
      params: OwnAppointmentId,
      response: answers(200, privacyBodies.PersonErased, ["appointment-not-found", "tenant-suspended"]),
    },
    config: { authorisation: BY_APPOINTMENT },
    async handler(request) {
      const { appointmentId } = request.params;
      const place = shopOf(await requireOwn(request, context, appointmentId));
      const { tickets, appointments } = await erasePeople(context, place.tenantId, {
        appointments: [appointmentId],
      });
      const erased = Math.max(tickets.length, appointments.length);
      if (erased > 0)
        await context.audit.note({
          tenantId: place.tenantId,
          actor: { kind: "visitor", id: null },
          action: "person-erased",
          subject: `appointment:${appointmentId}`,
          shopId: place.shopId,
          ip: request.ip,
        });
      return { erased };
    },
  });
}
