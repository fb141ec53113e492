import { type Instant, wallClock } from "@callnext/core";
import { DetailError } from "../detail-error.ts";

const WALL = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** The moment that a page means: with an offset it says so itself, without one it is the wall clock of `timeZone`. */
export function wantedTime(text: string, timeZone: string): Instant {
  const [, date = "", hours = "0", minutes = "0", seconds = "0", offset] = WALL.exec(text) ?? [];
  if (!isOnCalendar(date) || Number(seconds) > 59) throw notATime();
  const at =
    offset === undefined
      ? onTheWall(date, Number(hours), Number(minutes), timeZone)
      : utc(date, hours, minutes, offset);
  if (!Number.isFinite(at)) throw notATime();
  return at + Number(seconds) * 1000;
}

/** 30 February would else be one of the first days of March. */
function isOnCalendar(date: string): boolean {
  const midnight = Date.parse(date);
  return Number.isFinite(midnight) && new Date(midnight).toISOString().startsWith(date);
}

function utc(date: string, hours: string, minutes: string, offset: string): Instant {
  const colon = /^[+-]\d{4}$/.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset;
  return Date.parse(`${date}T${hours}:${minutes}:00${colon}`);
}

function onTheWall(date: string, hours: number, minutes: number, timeZone: string): Instant {
  if (hours > 23 || minutes > 59) throw notATime();
  try {
    return wallClock(timeZone).instantOf(date, hours * 60 + minutes);
  } catch (error) {
    if (error instanceof RangeError) throw new DetailError(400, "invalid-input", "No such time zone");
    throw error;
  }
}

function notATime(): DetailError {
  return new DetailError(400, "invalid-input", "appointment_time: there is no such time");
}
