import type { CommandOf } from "../../queue/command-of.ts";
import { accept, refuse } from "../../queue/decide/answer.ts";
import type { Decision, DecisionContext } from "../../queue/decision.ts";
import type { BookedSlot } from "../../queue/events.ts";
import type { ShopState } from "../../queue/shop.ts";
import type { Appointment } from "../appointment.ts";
import { wantedSlot } from "./wanted-slot.ts";

type BookAppointment = CommandOf<"book-appointment">;

/** The held slot, where it is the wanted one. It was found free when it was held, and nobody else could take it since. */
const heldSlot = (held: Appointment | undefined, wanted: BookAppointment): BookedSlot | undefined => {
  if (held?.status !== "held") return undefined;
  const isWanted =
    held.serviceId === wanted.serviceId &&
    held.start === wanted.start &&
    (wanted.providerId ?? held.providerId) === held.providerId;
  if (!isWanted) return undefined;
  const { id, serviceId, providerId, lane, start, end, busyFrom, busyUntil } = held;
  const { partySize, locale } = wanted;
  return {
    appointmentId: id,
    serviceId,
    providerId,
    lane,
    start,
    end,
    busyFrom,
    busyUntil,
    partySize,
    locale,
  };
};

export const bookAppointment = (
  state: ShopState,
  command: BookAppointment,
  ctx: DecisionContext,
): Decision => {
  const held = heldSlot(state.appointments.get(command.appointmentId), command);
  const slot = held ?? wantedSlot(state, command, ctx);
  return "code" in slot ? refuse(slot) : accept([{ type: "appointment-booked", ...slot }]);
};
