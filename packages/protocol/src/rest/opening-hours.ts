import { z } from "zod";
import { line } from "./text.ts";

const ClockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, "must be a time like 08:30");

/** A period that closes at or before its opening ends the next morning. */
export const Periods = z.array(z.object({ opens: ClockTime, closes: ClockTime })).max(6);

export const OpeningHoursInput = z.object({
  monday: Periods,
  tuesday: Periods,
  wednesday: Periods,
  thursday: Periods,
  friday: Periods,
  saturday: Periods,
  sunday: Periods,
});

/** `YYYY-MM-DD`, a day that the calendar has, of this century or the next. */
export const CalendarDate = z.iso
  .date("must be a date like 2026-03-09")
  .regex(/^2[01]/, "must be a date like 2026-03-09");

/** Days that are unlike their weekday; without periods the shop is closed. */
export const SpecialDays = z
  .array(
    z.object({
      date: CalendarDate,
      periods: Periods,
      label: z.union([z.literal(""), line(80, "a label")]),
    }),
  )
  .max(400)
  .refine((days) => new Set(days.map(({ date }) => date)).size === days.length, "names a day twice");
