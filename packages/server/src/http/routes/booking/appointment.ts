import { booking } from "@callnext/protocol";
import { findAppointment } from "../../../booking/find-appointment.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { freshSnapshotOf, staffAppointment } from "../../core/find-place.ts";
import { accessOf } from "../../core/gate.ts";
import { noteView } from "../../core/note-view.ts";
import { TenantAppointment } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { appointmentWire } from "../../wire/appointment-answer.ts";
import { sightOf } from "./sight-of.ts";

export function appointment(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/appointments/:appointmentId",
    schema: {
      operationId: "getAppointment",
      summary: "One appointment, in whatever state",
      tags: [TAGS.appointments],
      params: TenantAppointment,
      response: answers(200, booking.AppointmentAnswer, ["appointment-not-found"]),
    },
    config: { authorisation: { kind: "action", action: "see-appointments" } },
    async handler(request, reply) {
      const { appointmentId } = request.params;
      const place = await staffAppointment(request, context, appointmentId);
      await noteView(request, context, accessOf(request).caller, place);
      const snapshot = await freshSnapshotOf(context, place.shopId);
      const found = await findAppointment(context, snapshot, appointmentId);
      if (found === undefined) throw new ProblemError("appointment-not-found");
      void reply.header("cache-control", "no-store");
      const { state, epoch } = snapshot;
      return { appointment: appointmentWire(found, snapshot, sightOf(request)), seq: state.seq, epoch };
    },
  });
}
