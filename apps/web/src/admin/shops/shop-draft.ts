import type { StaffShop } from "@callnext/protocol";
import { clockOf, minutesOf } from "./minutes-of-day.ts";

/** A shop's settings as its form holds them. */
export interface ShopDraft {
  readonly name: string;
  readonly address: string;
  readonly time_zone: string;
  readonly locale: string;
  readonly grace: string;
  readonly turns: string;
  readonly new_counters_by_label: boolean;
  readonly public_names: boolean;
  readonly phone_alone: boolean;
  readonly publish_record: boolean;
}

export function draftOf(shop: StaffShop): ShopDraft {
  const { name, address, time_zone, locale } = shop;
  const { new_counters_by_label, public_names, phone_alone, publish_record } = shop;
  const switches = { new_counters_by_label, public_names, phone_alone, publish_record };
  return {
    name,
    address,
    time_zone,
    locale,
    ...switches,
    grace: String(shop.grace_minutes),
    turns: clockOf(shop.day_turns_at_minutes),
  };
}

export function bodyOf({ grace, turns, ...plain }: ShopDraft): Record<string, unknown> {
  return { ...plain, grace_minutes: Number(grace), day_turns_at_minutes: minutesOf(turns) };
}
