import { type Appointment, type AppointmentDetails, appointmentOnWire } from "@callnext/core";
import type { AppointmentAnswer, AppointmentOnWire } from "@callnext/protocol";
import type { Done } from "../../commands/run-command.ts";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";

/** `full`: with whose it is, for staff who may see visitors, and for the visitor. */
export type Sight = "full" | "masked";

export function appointmentWire(
  found: AppointmentDetails,
  snapshot: ShopSnapshot,
  sight: Sight,
): AppointmentOnWire {
  return appointmentOnWire(snapshot, found, { masked: sight === "masked" });
}

/** The appointment that a command was about, as it stood at the commit. */
export function appointmentOf({ answer: { appointment } }: Pick<Done, "answer">): Appointment {
  if (appointment === undefined || appointment === null)
    throw new Error("an appointment's command answers with the appointment");
  return appointment;
}

export function foundIn(done: Pick<Done, "answer" | "snapshot">): AppointmentDetails {
  const appointment = appointmentOf(done);
  const { state, bookers } = done.snapshot;
  const ticket = appointment.ticketId === null ? undefined : state.tickets.get(appointment.ticketId);
  return {
    appointment,
    booker: bookers.get(appointment.id) ?? null,
    ticketNumber: (ticket ?? done.answer.ticket)?.number ?? null,
  };
}

export function appointmentAnswer(done: Done, sight: Sight): AppointmentAnswer {
  const { seq, epoch } = done.answer;
  return { appointment: appointmentWire(foundIn(done), done.snapshot, sight), seq, epoch };
}
