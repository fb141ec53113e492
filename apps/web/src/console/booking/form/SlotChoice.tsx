import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatTime } from "../../../i18n/format-time.ts";
import { TextField } from "../../../ui/TextField.tsx";
import { useNow } from "../../../ui/use-now.ts";
import { problemOf } from "../../api/problem.ts";
import { problemText } from "../../api/problem-text.ts";
import { FormError } from "../../shell/FormError.tsx";
import { addDays, latest } from "../../calendar/time/calendar-date.ts";
import { wallTime } from "../../calendar/time/zone-time.ts";
import { useBookingDesk } from "../bookings-context.ts";
import { slotsQuery } from "../data/slots-query.ts";
import { typedTime } from "../logic/typed-time.ts";
import { DayStrip } from "./DayStrip.tsx";
import { FreeTimes } from "./FreeTimes.tsx";
import type { VisitChoice } from "./use-visit-choice.ts";

interface Props {
  readonly choice: VisitChoice;
  readonly serviceId: number;
  readonly onChange: (part: Partial<VisitChoice>) => void;
}

const DAYS = 7;

/** A day of the week to come and what is free on it; and any other time, for the desk may book where visitors may not. */
export function SlotChoice({ choice, serviceId, onChange }: Props) {
  const { t } = useTranslation("console");
  const client = useCallnext();
  const { tenant, shopId, view } = useBookingDesk();
  const shop = view.shop.self;
  const today = wallTime(useNow(60_000), shop.time_zone).date;
  const [from, setFrom] = useState(() => latest(choice.date, today));
  const slots = useQuery(
    slotsQuery(client, tenant, shopId, { serviceId, providerId: choice.providerId, from, days: DAYS }),
  );
  const { date, start } = choice;
  const free = slots.data?.find((day) => day.date === date)?.slots ?? [];
  const clock = start === null ? "" : formatTime(start, { timeZone: shop.time_zone });
  const planned = free.some((slot) => Date.parse(slot.start) === start);
  return (
    <div className="flex flex-col gap-3">
      <DayStrip
        from={from}
        date={date}
        days={slots.data ?? null}
        onDate={(day) => onChange({ date: day, start: typedTime(clock, day, shop.time_zone) })}
        onFrom={(day) => {
          const first = latest(day, today);
          setFrom(first);
          if (date < first || date >= addDays(first, DAYS)) onChange({ date: first, start: null });
        }}
        atFirst={from <= today}
      />
      {slots.error && <FormError text={problemText(t, problemOf(slots.error))} />}
      {slots.isPending ? (
        <p role="status" className="py-3 text-ink-soft">
          {t("booking.looking")}
        </p>
      ) : (
        <FreeTimes
          slots={free}
          start={start}
          timeZone={shop.time_zone}
          onStart={(at) => onChange({ start: at })}
        />
      )}
      <TextField
        label={t("booking.time")}
        type="time"
        required
        className="max-w-56"
        value={clock}
        onChange={(typed) => onChange({ start: typedTime(typed, date, shop.time_zone) })}
        hint={
          start !== null && slots.data !== undefined && !planned
            ? t("booking.not-planned")
            : t("booking.any-time")
        }
      />
    </div>
  );
}
