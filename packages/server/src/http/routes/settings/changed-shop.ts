import {
  type BookingRules,
  type OpeningHours,
  type Shop,
  type SpecialDay,
  USUAL_BOOKING_RULES,
} from "@callnext/core";
import type { admin } from "@callnext/protocol";
import type { z } from "zod";

const WORKDAY = [{ opens: "08:00", closes: "18:00" }];

/** Monday to Friday, eight to six: a start that an administrator changes. */
const USUAL_HOURS: OpeningHours = {
  monday: WORKDAY,
  tuesday: WORKDAY,
  wednesday: WORKDAY,
  thursday: WORKDAY,
  friday: WORKDAY,
  saturday: [],
  sunday: [],
};

export function newShop(slug: string, name: string, timeZone: string, locale: string): Omit<Shop, "id"> {
  return {
    slug,
    name,
    address: "",
    timeZone,
    locale,
    openingHours: USUAL_HOURS,
    dayTurnsAtMinutes: 240,
    graceMinutes: 15,
    newCountersByLabel: true,
    publicNames: false,
    phoneAlone: false,
  };
}

/** The shop with what a request names. */
export function changedShop<Before extends Omit<Shop, "id">>(
  shop: Before,
  patch: z.output<typeof admin.ShopPatch>,
): Before {
  return {
    ...shop,
    name: patch.name ?? shop.name,
    address: patch.address ?? shop.address,
    timeZone: patch.time_zone ?? shop.timeZone,
    locale: patch.locale ?? shop.locale,
    openingHours: patch.opening_hours ?? shop.openingHours,
    dayTurnsAtMinutes: patch.day_turns_at_minutes ?? shop.dayTurnsAtMinutes,
    graceMinutes: patch.grace_minutes ?? shop.graceMinutes,
    newCountersByLabel: patch.new_counters_by_label ?? shop.newCountersByLabel,
    publicNames: patch.public_names ?? shop.publicNames,
    phoneAlone: patch.phone_alone ?? shop.phoneAlone,
    publishRecord: patch.publish_record ?? shop.publishRecord ?? false,
    // A shop that says nothing of these goes by what is usual, today's and tomorrow's.
    ...(patch.special_days === undefined ? {} : { specialDays: byDate(patch.special_days) }),
    ...(patch.booking === undefined ? {} : { booking: changedRules(shop.booking, patch.booking) }),
  };
}

function byDate(days: readonly SpecialDay[]): readonly SpecialDay[] {
  return days.toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

function changedRules(
  rules: BookingRules = USUAL_BOOKING_RULES,
  patch: NonNullable<z.output<typeof admin.ShopPatch>["booking"]>,
): BookingRules {
  return {
    open: patch.open ?? rules.open,
    stepMinutes: patch.step_minutes ?? rules.stepMinutes,
    leadMinutes: patch.lead_minutes ?? rules.leadMinutes,
    horizonDays: patch.horizon_days ?? rules.horizonDays,
    holdMinutes: patch.hold_minutes ?? rules.holdMinutes,
    cancelMinutes: patch.cancel_minutes ?? rules.cancelMinutes,
    checkInEarlyMinutes: patch.check_in_early_minutes ?? rules.checkInEarlyMinutes,
    checkInLateMinutes: patch.check_in_late_minutes ?? rules.checkInLateMinutes,
    offerMinutes: patch.offer_minutes ?? rules.offerMinutes,
  };
}
