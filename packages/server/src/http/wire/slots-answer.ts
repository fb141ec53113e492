import { freeSlots, isoTime, localTime, type SlotQuery } from "@callnext/core";
import type { SlotsAnswer } from "@callnext/protocol";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";

const USUAL_DAYS = 7;

/** What is free, day by day in the shop's calendar. */
export function slotsAnswer(
  { state, epoch }: ShopSnapshot,
  asked: Omit<SlotQuery, "from" | "days"> & {
    readonly from: string | undefined;
    readonly days: number | undefined;
  },
): SlotsAnswer {
  const { timeZone } = state.shop;
  const from = asked.from ?? localTime(asked.now, timeZone).date;
  const days = freeSlots(state, { ...asked, from, days: asked.days ?? USUAL_DAYS });
  return {
    time_zone: timeZone,
    days: days.map(({ date, slots }) => ({
      date,
      slots: slots.map(({ start, end, providerIds }) => ({
        start: isoTime(start),
        end: isoTime(end),
        provider_ids: [...providerIds],
      })),
    })),
    seq: state.seq,
    epoch,
  };
}
