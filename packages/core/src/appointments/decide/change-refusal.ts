import { actsForShop } from "../../queue/acts-for-shop.ts";
import type { DecisionContext } from "../../queue/decision.ts";
import type { Refusal } from "../../queue/refusals.ts";
import type { Shop } from "../../queue/shop.ts";
import type { Appointment } from "../appointment.ts";
import { USUAL_BOOKING_RULES } from "../booking-rules.ts";

const MINUTE = 60_000;

/** Why a visitor may no longer cancel or move, if so. Who acts for the shop always may. */
export const changeRefusal = (
  { id, start }: Appointment,
  { booking = USUAL_BOOKING_RULES }: Shop,
  { now, by }: DecisionContext,
): Refusal | undefined => {
  const until = start - booking.cancelMinutes * MINUTE;
  if (actsForShop(by) || now <= until) return undefined;
  return { code: "too-late-to-change", appointmentId: id, until };
};
