import { type BookingRules, USUAL_BOOKING_RULES } from "@callnext/core";
import type { BookingRulesOnWire } from "@callnext/protocol";

export function bookingRulesOnWire(rules: BookingRules = USUAL_BOOKING_RULES): BookingRulesOnWire {
  return {
    open: rules.open,
    step_minutes: rules.stepMinutes,
    lead_minutes: rules.leadMinutes,
    horizon_days: rules.horizonDays,
    hold_minutes: rules.holdMinutes,
    cancel_minutes: rules.cancelMinutes,
    check_in_early_minutes: rules.checkInEarlyMinutes,
    check_in_late_minutes: rules.checkInLateMinutes,
    offer_minutes: rules.offerMinutes,
  };
}
