import type { AppointmentDetails, Command, ShopState } from "@callnext/core";
import { compat } from "@callnext/protocol";
import { z } from "zod";
import { findAppointment } from "../../booking/find-appointment.ts";
import type { App } from "../../http/core/app-types.ts";
import type { Context } from "../../http/core/context.ts";
import { TAGS } from "../../http/core/describe-route.ts";
import { freshSnapshotOf } from "../../http/core/find-place.ts";
import { accessOf } from "../../http/core/gate.ts";
import { rowNumber } from "../../http/core/params.ts";
import { commandSteps } from "../command-steps.ts";
import { compatAnswers } from "../compat-answers.ts";
import { DetailError } from "../detail-error.ts";
import { chairFor } from "../owner/chair-of.ts";
import { stepsToStatus } from "../owner/steps-to-status.ts";
import { appointmentUnknown, forStaffOfAppointment, placeOf } from "../staff-at-shop.ts";
import { appointmentOnPage } from "../wire/appointment-on-page.ts";

export function appointmentStatus(app: App, context: Context): void {
  app.route({
    method: "PATCH",
    url: "/appointments/:appointmentId/status",
    schema: {
      operationId: "pageAppointmentStatus",
      summary: "Check in, complete, cancel, miss or restore an appointment, as staff",
      tags: [TAGS.pages],
      params: z.object({ appointmentId: rowNumber }),
      body: compat.AppointmentStatusBody,
      response: compatAnswers(200, compat.CompatAppointment),
    },
    ...forStaffOfAppointment(context, "book-appointments"),
    async handler(request) {
      const { appointmentId } = request.params;
      const place = placeOf(request);
      const snapshot = await freshSnapshotOf(context, place.shopId);
      const found = await findAppointment(context, snapshot, appointmentId);
      if (found === undefined) throw appointmentUnknown();
      const wanted = request.body.status;
      const callerId = accessOf(request).membership.staffId;
      const steps = stepsTo(snapshot.state, found, wanted, {
        newTicketId: context.newId(),
        chair: (ticket) => chairFor(snapshot, ticket, callerId),
      });
      if (steps === undefined)
        throw new DetailError(
          409,
          "wrong-appointment-state",
          `An appointment that is ${found.appointment.status} cannot become ${wanted}`,
        );
      const done = await commandSteps(request, context, place.shopId, steps);
      const after = done?.snapshot ?? snapshot;
      return appointmentOnPage(
        (await findAppointment(context, after, appointmentId)) ?? found,
        after,
        "full",
      );
    },
  });
}

interface Means {
  readonly newTicketId: string;
  readonly chair: (ticket: Parameters<typeof chairFor>[1]) => string;
}

/** Undefined: there is no way from where it stands. */
function stepsTo(
  state: ShopState,
  { appointment }: AppointmentDetails,
  wanted: compat.CompatAppointmentStatus,
  { newTicketId, chair }: Means,
): readonly Command[] | undefined {
  const { id: appointmentId, status, ticketId } = appointment;
  if (status === wanted) return [];
  const ticket = ticketId === null ? undefined : state.tickets.get(ticketId);
  switch (wanted) {
    case "scheduled":
      return status === "cancelled" || status === "no_show"
        ? [{ type: "restore-appointment", appointmentId }]
        : undefined;
    case "checked_in":
      return status === "scheduled" || status === "no_show"
        ? [{ type: "check-in-appointment", appointmentId, ticketId: newTicketId }]
        : undefined;
    case "completed":
      return ticket === undefined
        ? [{ type: "complete-appointment", appointmentId }]
        : stepsToStatus(ticket, "COMPLETED", () => chair(ticket));
    case "cancelled":
      return [{ type: "cancel-appointment", appointmentId }];
    case "no_show":
      return [{ type: "mark-appointment-no-show", appointmentId }];
  }
}
