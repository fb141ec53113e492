import { queueForService } from "../appointments/queue-for-service.ts";
import type { Appointment, AppointmentId } from "../appointments/appointment.ts";
import { type Queue, USUAL_WALK_INS_AHEAD } from "../queue/queue.ts";
import type { ShopState } from "../queue/shop.ts";
import type { Instant } from "../queue/time.ts";

/** Later ones come before nobody who waits now. */
const HORIZON_MS = 12 * 60 * 60_000;

/** Held as long as the appointments themselves. */
const known = new WeakMap<ReadonlyMap<AppointmentId, Appointment>, readonly Appointment[]>();

const scheduledOf = ({ appointments }: ShopState): readonly Appointment[] => {
  const before = known.get(appointments);
  if (before !== undefined) return before;
  const scheduled = [...appointments.values()]
    .filter(({ status }) => status === "scheduled")
    .toSorted((a, b) => a.start - b.start);
  known.set(appointments, scheduled);
  return scheduled;
};

/** A booked visitor who is not due yet. `index`: 0-based place in the line; not here yet: behind everybody. */
interface Expected {
  readonly time: Instant;
  readonly index: number;
}

export interface ExpectedAppointments {
  /** Those who come before somebody who waits now, once they are due: by booked time. */
  readonly times: readonly Expected[];
  /** Places in the line of those who are early: not by their places do they come before anybody. */
  readonly early: readonly number[];
  /** Walk-ins called before one of them who is due. */
  readonly walkInsAhead: number;
}

const earlyIn = (state: ShopState, queue: Queue): readonly Expected[] =>
  queue.line.flatMap((id, index) => {
    const ticket = state.tickets.get(id);
    const isEarly = ticket?.dueAt !== undefined && ticket.due !== true && ticket.place === null;
    return isEarly ? [{ time: ticket.dueAt, index }] : [];
  });

const awayFrom = (state: ShopState, queue: Queue): readonly Expected[] => {
  const away: Expected[] = [];
  for (const { start, serviceId } of scheduledOf(state)) {
    if (start > state.at + HORIZON_MS) break;
    if (queueForService(state, serviceId)?.id === queue.id) away.push({ time: start, index: Infinity });
  }
  return away;
};

/** Of a queue. Where appointments have their seniority and no more, they pass nobody who waits. */
export const expectedAppointments = (state: ShopState, queue: Queue): ExpectedAppointments => {
  const { walkInsAhead = USUAL_WALK_INS_AHEAD } = queue;
  if (state.appointments.size === 0) return { times: [], early: [], walkInsAhead: 0 };
  const here = earlyIn(state, queue);
  const early = here.map(({ index }) => index);
  if (walkInsAhead === null) return { times: [], early, walkInsAhead: 0 };
  const times = [...awayFrom(state, queue), ...here].toSorted((a, b) => a.time - b.time);
  return { times, early, walkInsAhead };
};

/**
 * How many are called before somebody with `placeAhead` people in front, where so many calls take `secondsOf(calls)`.
 * One who is due lets `walkInsAhead` pass, so the last calls before one's own are safe.
 */
export const callsBefore = (
  { times, early, walkInsAhead }: ExpectedAppointments,
  at: Instant,
  placeAhead: number,
  secondsOf: (calls: number) => number,
): number => {
  let before = placeAhead - early.filter((index) => index < placeAhead).length;
  for (const { time, index } of times) {
    if (index === placeAhead) continue;
    const calls = before + 1 - walkInsAhead;
    if (calls <= 0 || (time - at) / 1000 > secondsOf(calls)) break;
    before += 1;
  }
  return before;
};
