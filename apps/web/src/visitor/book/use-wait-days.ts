import { useState } from "react";
import { addDays, type DayKey } from "../slots/zoned-day.ts";
import { type BookKey, useBookWords } from "./catalogue.ts";

export const DAY_PARTS = ["any", "morning", "afternoon", "evening"] as const;
export type DayPartWish = (typeof DAY_PARTS)[number];

export interface WaitDays {
  readonly from: DayKey;
  readonly until: DayKey;
  readonly part: DayPartWish;
  readonly setFrom: (day: DayKey) => void;
  readonly setUntil: (day: DayKey) => void;
  readonly setPart: (part: DayPartWish) => void;
  /** What is wrong, in words, once it is time to say so. */
  readonly wrong: string | null;
  /** What can be sent, or null where something is wrong, which is said from then on. */
  readonly finish: () => DaysOnWire | null;
}

interface DaysOnWire {
  readonly from: DayKey;
  readonly until: DayKey;
  readonly from_time: string | null;
  readonly until_time: string | null;
}

const NOON = "12:00";
const EVENING = "17:00";
const PARTS: Readonly<Record<DayPartWish, readonly [from: string | null, until: string | null]>> = {
  any: [null, null],
  morning: [null, NOON],
  afternoon: [NOON, EVENING],
  evening: [EVENING, null],
};
const DAYS_AT_FIRST = 14;

/** On which days, and when on them, somebody could come. */
export function useWaitDays(today: DayKey, lastDay: DayKey): WaitDays {
  const t = useBookWords();
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState(() => {
    const usual = addDays(today, DAYS_AT_FIRST);
    return usual < lastDay ? usual : lastDay;
  });
  const [part, setPart] = useState<DayPartWish>("any");
  const [checked, setChecked] = useState(false);
  const fault = faultOf(from, until, today);
  const [from_time, until_time] = PARTS[part];
  return {
    from,
    until,
    part,
    setFrom,
    setUntil,
    setPart,
    wrong: checked && fault !== null ? t(fault) : null,
    finish: () => {
      setChecked(true);
      return fault === null ? { from, until, from_time, until_time } : null;
    },
  };
}

function faultOf(from: DayKey, until: DayKey, today: DayKey): BookKey | null {
  return from === "" || until === "" || until < from || until < today ? "missing.days" : null;
}
