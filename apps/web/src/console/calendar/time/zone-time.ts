export interface WallTime {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Minutes since 00:00 by the clock on the wall. */
  readonly minutes: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const two = "2-digit";
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: two,
    day: two,
    hour: two,
    minute: two,
  });
  formats.set(timeZone, made);
  return made;
}

/** What the shop's wall shows at this instant. */
export function wallTime(at: number, timeZone: string): WallTime {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? "0";
  return {
    date: `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`,
    minutes: Number(part("hour")) * 60 + Number(part("minute")),
  };
}

/**
 * When the wall shows this. A time that comes twice is the first of the two; one that is skipped is as long after the
 * skip as it is into it: what Temporal calls "compatible", and what the server does. Minutes may lie outside the day.
 */
export function instantOf({ date, minutes }: WallTime, timeZone: string): number {
  const asUtc = Date.parse(`${date}T00:00Z`) + minutes * MINUTE;
  const before = asUtc - offsetAt(asUtc - DAY, timeZone);
  const after = asUtc - offsetAt(asUtc + DAY, timeZone);
  for (const candidate of [before, after]) {
    if (candidate + offsetAt(candidate, timeZone) === asUtc) return candidate;
  }
  return before;
}

/** How far the wall is ahead of UTC, ms. */
function offsetAt(at: number, timeZone: string): number {
  const { date, minutes } = wallTime(at, timeZone);
  const whole = Math.floor(at / MINUTE) * MINUTE;
  return Date.parse(`${date}T00:00Z`) + minutes * MINUTE - whole;
}
