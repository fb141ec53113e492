import type { CallnextClient } from "@callnext/client";
import { useEffect, useRef, useState } from "react";
import { dayText } from "../../pages-shared/i18n/day-text.ts";
import { useLanguage } from "../../pages-shared/speech.tsx";
import { useSlotsWords } from "./catalogue.ts";
import { DayStrip } from "./day-strip.tsx";
import { TimeGrid } from "./time-grid.tsx";
import { type FreeTime, timesOfDay } from "./times-of-day.ts";
import { DAYS_SHOWN, type Slots, type SlotWish, useSlots } from "./use-slots.ts";
import { addDays, type DayKey } from "./zoned-day.ts";

/** Of a place that can be booked, what choosing a time needs. */
export interface Bookable {
  readonly timeZone: string;
  readonly today: DayKey;
  readonly horizonDays: number;
  readonly specialDays: readonly { readonly date: string; readonly label: string }[];
}

interface Props {
  readonly client: CallnextClient;
  readonly wish: SlotWish;
  readonly place: Bookable;
  /** A time was picked, and its fate is not known yet. */
  readonly busy: boolean;
  /** Where to look first; null: wherever anything is free. */
  readonly near: DayKey | null;
  readonly onPick: (time: FreeTime, day: DayKey) => void;
}

/** A day, then a time. Give it the wish as its key: another wish begins anew. */
export function SlotPicker({ client, wish, place, busy, near, onPick }: Props) {
  const t = useSlotsWords();
  const lastDay = addDays(place.today, place.horizonDays);
  const slots = useSlots(client, wish, { today: place.today, lastDay, near });
  const [picked, pick] = useState(near);
  useAfter(busy, slots.again);
  const { answer } = slots;
  if (answer === null) return <NothingYet slots={slots} />;
  const choices = answer.days.map(({ date, slots: free }) => ({
    day: date,
    free: free.length,
    label: place.specialDays.find((special) => special.date === date)?.label ?? null,
  }));
  const shown =
    choices.find(({ day, free }) => day === picked && free > 0) ?? choices.find(({ free }) => free > 0);
  const turn = (days: number): (() => void) | null => {
    const to = addDays(slots.from, days);
    return to > lastDay || addDays(to, DAYS_SHOWN - 1) < place.today ? null : () => slots.show(to);
  };
  const free = answer.days.find(({ date }) => date === shown?.day)?.slots ?? [];
  return (
    <div className="slots" data-testid="slots">
      <DayStrip
        days={choices}
        chosen={shown?.day ?? null}
        onChoose={pick}
        onEarlier={turn(-DAYS_SHOWN)}
        onLater={turn(DAYS_SHOWN)}
      />
      {slots.failed ? <p className="notice">{t("failed")}</p> : null}
      {shown === undefined ? (
        <p className="slots-none" role="status" data-testid="no-slots">
          {t(slots.empty ? "noneAtAll" : "noneWeek")}
        </p>
      ) : (
        <DayTimes
          day={shown.day}
          timeZone={place.timeZone}
          times={timesOfDay(free, place.timeZone)}
          busy={busy}
          onPick={(time) => onPick(time, shown.day)}
        />
      )}
    </div>
  );
}

/** A time that could not be had is free no more: what is shown is asked for again once that is known. */
function useAfter(busy: boolean, then: () => void): void {
  const before = useRef(busy);
  useEffect(() => {
    if (before.current && !busy) then();
    before.current = busy;
  }, [busy, then]);
}

function NothingYet({ slots }: { readonly slots: Slots }) {
  const t = useSlotsWords();
  return (
    <div className="slots-none" role="status" data-testid="slots-loading">
      <p>{t(slots.failed ? "failed" : "loading")}</p>
      {slots.failed ? (
        <button type="button" className="button" onClick={slots.again}>
          {t("again")}
        </button>
      ) : null}
    </div>
  );
}

function DayTimes({
  day,
  timeZone,
  times,
  busy,
  onPick,
}: {
  readonly day: DayKey;
  readonly timeZone: string;
  readonly times: readonly FreeTime[];
  readonly busy: boolean;
  readonly onPick: (time: FreeTime) => void;
}) {
  const t = useSlotsWords();
  const { language } = useLanguage();
  return (
    <div data-testid="times" data-day={day}>
      <p className="times-day" aria-live="polite">
        {t("times", { day: dayText(Date.parse(`${day}T12:00:00Z`), "UTC", language) })}
      </p>
      <ZoneNote timeZone={timeZone} />
      <TimeGrid times={times} busy={busy} onPick={onPick} />
    </div>
  );
}

/** Only where the phone's own clock says something else. */
function ZoneNote({ timeZone }: { readonly timeZone: string }) {
  const t = useSlotsWords();
  if (new Intl.DateTimeFormat().resolvedOptions().timeZone === timeZone) return null;
  const zone = timeZone.replace(/^.*\//, "").replace(/_/g, " ");
  return <p className="quiet slots-zone">{t("zone", { zone })}</p>;
}
