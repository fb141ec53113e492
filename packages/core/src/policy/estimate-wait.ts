import type { Queue } from "../queue/queue.ts";
import type { ShopState } from "../queue/shop.ts";
import type { Instant } from "../queue/time.ts";
import { countersAtWork } from "./counters-at-work.ts";
import { callsBefore, type ExpectedAppointments, expectedAppointments } from "./expected-appointments.ts";

export interface WaitEstimate {
  readonly p50Seconds: number;
  readonly p90Seconds: number;
}

/** Used where neither a service was measured nor a duration is set. */
const UNKNOWN_SERVICE_SECONDS = 600;
/** With fewer measured services than this, the set duration stands in for the missing ones. */
const ENOUGH_MEASURED = 3;
/** Spread of service times assumed until enough are measured. */
const ASSUMED_VARIATION = 0.5;
/** A ticket forgotten at a counter for hours must not spoil the mean. */
const LONGEST_OVER_MEDIAN = 4;
/** 90th percentile of the standard normal distribution. */
const Z90 = 1.2816;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const setSeconds = (state: ShopState, queue: Queue): number => {
  const services = [...state.services.values()].filter(
    (service) =>
      !service.archived && (queue.serviceIds.length === 0 || queue.serviceIds.includes(service.id)),
  );
  return services.length === 0
    ? UNKNOWN_SERVICE_SECONDS
    : mean(services.map((service) => service.durationMinutes * 60));
};

const serviceTimes = (
  state: ShopState,
  queue: Queue,
): { readonly average: number; readonly deviation: number } => {
  const measured = queue.recentServices.map((service) => service.seconds).toSorted((a, b) => a - b);
  if (measured.length < ENOUGH_MEASURED) {
    const missing = Array.from({ length: ENOUGH_MEASURED - measured.length }, () => setSeconds(state, queue));
    const average = mean([...measured, ...missing]);
    return { average, deviation: average * ASSUMED_VARIATION };
  }
  const median = measured[Math.floor(measured.length / 2)] ?? 0;
  const capped = measured.map((seconds) => Math.min(seconds, median * LONGEST_OVER_MEDIAN));
  const average = mean(capped);
  const squares = capped.map((seconds) => (seconds - average) ** 2);
  return {
    average,
    deviation: Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / (capped.length - 1)),
  };
};

/** Mean service time of a queue in whole seconds: measured where it was, else as set. Throws for an unknown queue. */
export const serviceSecondsOf = (state: ShopState, queueId: string): number =>
  Math.round(serviceTimes(state, known(state, queueId)).average);

const known = (state: ShopState, queueId: string): Queue => {
  const queue = state.queues.get(queueId);
  if (queue === undefined) throw new Error(`No queue ${queueId} to estimate a wait in.`);
  return queue;
};

/** What the wait in a queue depends on, beside the place in it. */
interface Pace {
  readonly average: number;
  readonly deviation: number;
  readonly serving: number;
  readonly free: number;
  readonly at: Instant;
  readonly expected: ExpectedAppointments;
}

const paceOf = (state: ShopState, queueId: string): Pace => {
  const queue = known(state, queueId);
  return {
    ...serviceTimes(state, queue),
    ...countersAtWork(state, queue),
    at: state.at,
    expected: expectedAppointments(state, queue),
  };
};

const likelySeconds = ({ average, serving, free }: Pace, services: number): number =>
  (Math.max(0, services - free) * average) / serving;

const longSeconds = ({ average, deviation, serving }: Pace, services: number): number =>
  (services * average + Z90 * deviation * Math.sqrt(services)) / serving;

const estimateAt = (pace: Pace, placeAhead: number): WaitEstimate => {
  const withBooked = (secondsOf: (pace: Pace, services: number) => number): number => {
    const before = callsBefore(pace.expected, pace.at, placeAhead, (calls) => secondsOf(pace, calls));
    return Math.round(secondsOf(pace, before + 1));
  };
  return { p50Seconds: withBooked(likelySeconds), p90Seconds: withBooked(longSeconds) };
};

/**
 * How long somebody with `placeAhead` people in front waits for the call, in whole seconds.
 *
 * With c agents, a mean service time m and its standard deviation s, the call comes after
 * n services have ended, by c agents in parallel: one's own turn, those ahead but for booked visitors who are early,
 * and the booked ones who will be due before that call and come first. A sum of n service times is
 * about normal (central limit theorem), so: p50 = n·m / c and p90 = (n·m + 1.2816·s·√n) / c.
 * For p50 an agent who is free now saves one of the n services; for p90 nobody counts on that.
 * m and s come from the queue's last 20 services (those above 4 medians count as 4 medians); with
 * fewer than 3, the mean duration of the queue's services stands in, else 10 minutes, and s = m/2.
 * c counts the counters that have a ticket of this queue or finished one in the 30 minutes before
 * the state's last event, at least 1. A function of the state alone; grows with `placeAhead`.
 * Source: a model of our own from the central limit theorem; it has yet to earn its published hit rate.
 */
export const estimateWait = (state: ShopState, queueId: string, placeAhead: number): WaitEstimate =>
  estimateAt(paceOf(state, queueId), placeAhead);

/** `estimateWait` for 0, 1, … `count - 1` people ahead; the means are made once for all of them. */
export const estimateWaits = (state: ShopState, queueId: string, count: number): readonly WaitEstimate[] => {
  const pace = paceOf(state, queueId);
  return Array.from({ length: count }, (_, placeAhead) => estimateAt(pace, placeAhead));
};

/**
 * How many are probably called before somebody in the queue with so many people in front: booked visitors who will be
 * due by then and come first count, those who are early do not.
 */
export const callsAhead = (state: ShopState, queueId: string): ((placeAhead: number) => number) => {
  if (state.appointments.size === 0) return (placeAhead) => placeAhead;
  const pace = paceOf(state, queueId);
  return (placeAhead) =>
    callsBefore(pace.expected, pace.at, placeAhead, (calls) => likelySeconds(pace, calls));
};
