import { formatTime } from "../../i18n/format-time.ts";

/** A time that is free, as it stands on its button. */
export interface FreeTime {
  /** ISO, as the server gave it. */
  readonly start: string;
  readonly at: number;
  /** "14:30"; where the clock is put back and shows it twice, "02:30 CEST". */
  readonly label: string;
  readonly part: DayPart;
}

export type DayPart = "morning" | "afternoon" | "evening";

const NOON = "12:00";
const EVENING = "17:00";

/** The free times of one of the shop's days, in order. */
export function timesOfDay(
  slots: readonly { readonly start: string }[],
  timeZone: string,
): readonly FreeTime[] {
  const times = slots.map(({ start }): FreeTime => {
    const at = Date.parse(start);
    const label = formatTime(at, { timeZone });
    return { start, at, label, part: partOf(label) };
  });
  times.sort((a, b) => a.at - b.at);
  return times.map((time) => {
    const twice = times.some((other) => other !== time && other.label === time.label);
    return twice ? { ...time, label: `${time.label} ${zoneAt(time.at, timeZone)}` } : time;
  });
}

function partOf(label: string): DayPart {
  if (label < NOON) return "morning";
  return label < EVENING ? "afternoon" : "evening";
}

function zoneAt(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone, timeZoneName: "short" }).formatToParts(at);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}
