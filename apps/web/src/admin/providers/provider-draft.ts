import type { ProviderOnWire } from "@callnext/protocol";
import { WEEKDAYS, type Weekday } from "../hours/weekdays.ts";
import type { OpeningHours } from "../hours/HoursSection.tsx";

export interface PatternDraft {
  readonly from: string;
  /** Empty: until further notice. */
  readonly until: string;
  readonly every_weeks: string;
  readonly periods: OpeningHours;
}

export interface AbsenceDraft {
  readonly from: string;
  readonly until: string;
  readonly reason: string;
}

/** Somebody or something to be booked, as the form holds it. */
export interface ProviderDraft {
  /** Empty: a room or a chair. */
  readonly staff: string;
  readonly name: string;
  readonly service_ids: readonly number[];
  readonly lanes: string;
  readonly rank: string;
  readonly patterns: readonly PatternDraft[];
  readonly absences: readonly AbsenceDraft[];
}

export function draftOf(provider: ProviderOnWire | null, rank: number): ProviderDraft {
  return {
    staff: provider?.staff_id == null ? "" : String(provider.staff_id),
    name: provider === null || provider.staff_id !== null ? "" : provider.name,
    service_ids: provider?.service_ids ?? [],
    lanes: String(provider?.lanes ?? 1),
    rank: String(provider?.rank ?? rank),
    patterns: (provider?.patterns ?? []).map(({ from, until, every_weeks, periods }) => ({
      from,
      until: until ?? "",
      every_weeks: String(every_weeks),
      periods: wholeWeek(periods),
    })),
    absences: (provider?.absences ?? []).map(({ from, until, reason }) => ({
      from: from.slice(0, 16),
      until: until.slice(0, 16),
      reason: reason ?? "",
    })),
  };
}

export function bodyOf(draft: ProviderDraft): Record<string, unknown> {
  return {
    staff_id: draft.staff === "" ? null : Number(draft.staff),
    name: draft.staff === "" ? draft.name : "",
    service_ids: draft.service_ids,
    lanes: Number(draft.lanes),
    rank: Number(draft.rank),
    patterns: draft.patterns.map(({ from, until, every_weeks, periods }) => ({
      from,
      until: until === "" ? null : until,
      every_weeks: Number(every_weeks),
      periods: workDays(periods),
    })),
    absences: draft.absences.map(({ from, until, reason }) => ({
      from,
      until,
      reason: reason.trim() === "" ? null : reason.trim(),
    })),
  };
}

/** A week from that day on, at the shop's own hours: what somebody new most often works. */
export function newPattern(from: string, hours: OpeningHours): PatternDraft {
  return { from, until: "", every_weeks: "1", periods: hours };
}

function wholeWeek(periods: ProviderOnWire["patterns"][number]["periods"]): OpeningHours {
  const of = (day: Weekday): OpeningHours[Weekday] => periods[day] ?? [];
  return {
    monday: of("monday"),
    tuesday: of("tuesday"),
    wednesday: of("wednesday"),
    thursday: of("thursday"),
    friday: of("friday"),
    saturday: of("saturday"),
    sunday: of("sunday"),
  };
}

function workDays(periods: OpeningHours): Partial<OpeningHours> {
  return Object.fromEntries(
    WEEKDAYS.filter((day) => periods[day].length > 0).map((day) => [day, periods[day]]),
  );
}
