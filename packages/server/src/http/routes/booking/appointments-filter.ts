import { type AppointmentDetails, localTime, type Shop, wallClock } from "@callnext/core";
import type { booking } from "@callnext/protocol";
import type { z } from "zod";
import type { AppointmentFilter, AppointmentPlace } from "../../../booking/stored-appointments.ts";
import { ProblemError } from "../../core/problem-error.ts";

const USUAL_LIMIT = 200;
const WEEK_MS = 7 * 24 * 3_600_000;
/** A calendar shows a month at most; who wants more asks again. */
const LONGEST_MS = 366 * 24 * 3_600_000;
const CURSOR = /^(\d{1,16})-([1-9]\d{0,9})$/;

/** What a request asks for; unless told, from the start of today, for a week. */
export function appointmentsFilter(
  query: z.output<typeof booking.AppointmentsQuery>,
  shop: Shop,
  now: number,
): { readonly filter: Omit<AppointmentFilter, "atMost">; readonly limit: number } {
  const from = query.from === undefined ? startOfToday(shop, now) : Date.parse(query.from);
  const to = query.to === undefined ? from + WEEK_MS : Date.parse(query.to);
  if (to <= from || to - from > LONGEST_MS)
    throw new ProblemError("invalid-input", { field: "to", detail: "must be after from, by a year at most" });
  const filter = {
    from,
    to,
    providerId: query.provider_id ?? null,
    statuses: query.status === undefined ? [] : [query.status],
    now,
    after: query.cursor === undefined ? null : placeOf(query.cursor),
  };
  return { filter, limit: query.limit ?? USUAL_LIMIT };
}

export function nextCursor(last: AppointmentDetails | undefined): string | null {
  return last === undefined ? null : `${last.appointment.start}-${last.appointment.id}`;
}

function placeOf(cursor: string): AppointmentPlace {
  const [, start, id] = CURSOR.exec(cursor) ?? [];
  if (start === undefined || id === undefined)
    throw new ProblemError("invalid-input", { field: "cursor", detail: "is no cursor of this list" });
  return { start: Number(start), id: Number(id) };
}

function startOfToday({ timeZone }: Shop, now: number): number {
  return wallClock(timeZone).instantOf(localTime(now, timeZone).date, 0);
}
