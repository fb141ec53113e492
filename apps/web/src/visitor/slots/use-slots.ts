import type { CallnextClient } from "@callnext/client";
import type { SlotsAnswer } from "@callnext/protocol";
import { useCallback, useEffect, useRef, useState } from "react";
import { appointmentHeaders, bookingPath } from "../booking-paths.ts";
import { addDays, type DayKey, daysBetween } from "./zoned-day.ts";

/** What is asked for: who is free for what, in which week. */
export interface SlotWish {
  readonly shopSlug: string;
  readonly serviceId: number;
  /** Null: anyone. */
  readonly providerId: string | null;
  /** To be moved: its own time counts as free. */
  readonly moving?: { readonly id: number; readonly key: string | null };
}

export interface Slots {
  /** Days and what is free on them, those last asked for until the next answer; null while nothing is known. */
  readonly answer: SlotsAnswer | null;
  readonly from: DayKey;
  /** The last question had no answer; it is asked again by itself. */
  readonly failed: boolean;
  /** Nothing is free on any day that can be booked. */
  readonly empty: boolean;
  readonly show: (from: DayKey) => void;
  readonly again: () => void;
}

export const DAYS_SHOWN = 7;
const RENEW_MS = 30_000;
const AGAIN_MS = 5_000;

/** What is free in one week, renewed while it is looked at: first the week of `near`, or else the first one with anything free. */
export function useSlots(
  client: CallnextClient,
  wish: SlotWish,
  {
    today,
    lastDay,
    near,
  }: { readonly today: DayKey; readonly lastDay: DayKey; readonly near: DayKey | null },
): Slots {
  const [from, setFrom] = useState(() => (near === null ? today : weekOf(near, today)));
  const [answer, setAnswer] = useState<SlotsAnswer | null>(null);
  const [failed, setFailed] = useState(false);
  const [empty, setEmpty] = useState(false);
  const [round, setRound] = useState(0);
  const searching = useRef(near === null);
  const path = slotsPath(wish, from);
  const key = wish.moving?.key ?? null;

  useEffect(() => {
    let over = false;
    client.request<SlotsAnswer>("GET", path, undefined, { headers: appointmentHeaders(key) }).then(
      (next) => {
        if (over) return;
        setFailed(false);
        const nothing = next.days.every(({ slots }) => slots.length === 0);
        const following = addDays(from, DAYS_SHOWN);
        if (searching.current && nothing && following <= lastDay) {
          setFrom(following);
          return;
        }
        setEmpty(searching.current && nothing);
        searching.current = false;
        setAnswer(next);
      },
      () => over || setFailed(true),
    );
    return () => {
      over = true;
    };
  }, [client, path, key, from, lastDay, round]);

  const again = useCallback(() => setRound((n) => n + 1), []);
  useRenewal(again, failed ? AGAIN_MS : RENEW_MS);
  const show = useCallback((day: DayKey) => {
    searching.current = false;
    setEmpty(false);
    setFrom(day);
  }, []);
  return { answer, from, failed, empty, show, again };
}

/** Weeks are counted from today. */
function weekOf(day: DayKey, today: DayKey): DayKey {
  return addDays(today, Math.max(0, Math.floor(daysBetween(today, day) / DAYS_SHOWN)) * DAYS_SHOWN);
}

function slotsPath({ shopSlug, serviceId, providerId, moving }: SlotWish, from: DayKey): string {
  const person = providerId === null ? "" : `&provider_id=${encodeURIComponent(providerId)}`;
  const own = moving === undefined ? "" : `&appointment_id=${moving.id}`;
  return `${bookingPath(shopSlug)}slots/?service_id=${serviceId}${person}${own}&from=${from}&days=${DAYS_SHOWN}`;
}

/** Asks again every so often while the page is seen, and at once when it is seen again. */
function useRenewal(again: () => void, everyMs: number): void {
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === "visible") again();
    };
    const timer = setInterval(look, everyMs);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [again, everyMs]);
}
