import type { CommandOf } from "../../queue/command-of.ts";
import { accept, refuse } from "../../queue/decide/answer.ts";
import type { Decision, DecisionContext } from "../../queue/decision.ts";
import type { ShopState } from "../../queue/shop.ts";
import type { Appointment } from "../appointment.ts";
import { freeLane } from "../availability/free-lane.ts";
import { takesLane } from "../availability/takes-lane.ts";
import { findAppointment } from "./find-appointment.ts";
import { fullRefusal } from "./wanted-slot.ts";

/** Its own lane while that is free, else another one of the provider. */
const laneFor = (state: ShopState, appointment: Appointment, now: number): number | null => {
  const { id, providerId, busyFrom, busyUntil, lane } = appointment;
  const taken = [...state.appointments.values()].filter(
    (other) => other.id !== id && other.providerId === providerId && takesLane(other, now),
  );
  const isFree = !taken.some(
    (other) => other.lane === lane && other.busyFrom < busyUntil && busyFrom < other.busyUntil,
  );
  return isFree ? lane : freeLane(state.providers.get(providerId)?.lanes ?? 0, taken, appointment);
};

/** A missed or cancelled one is scheduled again; whoever is late by now gets the time to check in anew. */
export const restoreAppointment = (
  state: ShopState,
  { appointmentId }: CommandOf<"restore-appointment">,
  ctx: DecisionContext,
): Decision => {
  const appointment = findAppointment(state, appointmentId, "restore", ["no_show", "cancelled"]);
  if ("code" in appointment) return refuse(appointment);
  const full = fullRefusal(state);
  if (full !== undefined) return refuse(full);
  const lane = laneFor(state, appointment, ctx.now);
  if (lane === null) return refuse({ code: "slot-taken", start: appointment.start });
  return accept([{ type: "appointment-restored", appointmentId, lane }]);
};
