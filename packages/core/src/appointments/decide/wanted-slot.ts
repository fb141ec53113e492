import { actsForShop } from "../../queue/acts-for-shop.ts";
import type { WantedSlot } from "../../queue/commands.ts";
import type { DecisionContext } from "../../queue/decision.ts";
import type { BookedSlot } from "../../queue/events.ts";
import type { Refusal } from "../../queue/refusals.ts";
import { MAX_LIVE_APPOINTMENTS, type ShopState } from "../../queue/shop.ts";
import { isLiveAppointment } from "../appointment-status.ts";
import { assignSlot } from "../availability/assign-slot.ts";

/** Why the shop takes no more appointments, if so. */
export const fullRefusal = ({ appointments }: ShopState): Refusal | undefined =>
  appointments.size >= MAX_LIVE_APPOINTMENTS &&
  [...appointments.values()].filter(isLiveAppointment).length >= MAX_LIVE_APPOINTMENTS
    ? { code: "too-many-appointments" }
    : undefined;

/** The slot for a new appointment or hold. What the id holds already is let go for it. */
export const wantedSlot = (
  state: ShopState,
  wanted: WantedSlot,
  ctx: DecisionContext,
): BookedSlot | Refusal => {
  const { appointmentId, serviceId, partySize, locale } = wanted;
  const before = state.appointments.get(appointmentId);
  if (before !== undefined && before.status !== "held") return { code: "appointment-exists", appointmentId };
  const full = before === undefined ? fullRefusal(state) : undefined;
  if (full !== undefined) return full;
  const terms = { now: ctx.now, byStaff: actsForShop(ctx.by), ignoring: before?.id ?? null };
  const slot = assignSlot(state, wanted, terms);
  return "code" in slot ? slot : { appointmentId, serviceId, ...slot, partySize, locale };
};
