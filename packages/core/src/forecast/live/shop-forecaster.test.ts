import { describe, expect, it } from "vitest";
import type { ShopEvent } from "../../queue/events.ts";
import { fold } from "../../queue/fold.ts";
import type { ShopState } from "../../queue/shop.ts";
import { at, join, MINUTE, MORNING, next, shopWith, type Step, takeStep } from "../../testing/index.ts";
import { randomStream } from "../trees/random-stream.ts";
import { forecastDay } from "./forecast-day.ts";
import { keepForecast } from "./keep-forecast.ts";
import type { KeptForecast } from "./kept-forecast.ts";
import { forecastsOf } from "./queue-forecasts.ts";
import { ShopForecaster } from "./shop-forecaster.ts";

const DAY = 1_440;

interface Played {
  readonly start: ShopState;
  readonly state: ShopState;
  readonly events: readonly ShopEvent[];
}

/** Two counters and about one visitor in three minutes, from eight until three, on some days. */
const play = (start: ShopState, fromDay: number, days: number, seed: number): Played => {
  const random = randomStream(seed);
  const events: ShopEvent[] = [];
  let state = start;
  const take = (step: Step): void => {
    const taken = takeStep(state, step);
    events.push(...taken.events);
    state = taken.after;
  };
  for (let day = fromDay; day < fromDay + days; day++) {
    for (let minute = day * DAY; minute < day * DAY + 420; minute++) {
      if (random() < 0.35) take(join(`day ${String(minute)}`, { minute, priority: random() < 0.2 ? 1 : 0 }));
      if (random() < 0.03) {
        const leaver = state.queues.get("queue-a")?.line.at(-1);
        if (leaver !== undefined) take(at(minute, { type: "cancel-ticket", ticketId: leaver }));
      }
      for (const counter of ["1", "2"]) {
        const id = [...state.counters.values()].find(({ label }) => label === counter)?.id ?? "";
        const busy = state.busy.get(id);
        if (busy !== undefined && random() < 0.3) {
          take(at(minute, { type: "start-service", ticketId: busy }));
          take(at(minute, { type: "complete-ticket", ticketId: busy }));
        }
        if (busy === undefined) take({ ...next(counter), now: MORNING + minute * MINUTE });
      }
    }
  }
  return { start, state, events };
};

const POLICIES = [{ kind: "fifo" } as const, { kind: "priority", headStartMinutes: [20, 60] } as const];

describe("the forecasts of a shop", () => {
  it.each(POLICIES)("[W6] whoever recalls the past says what says who lived through it: $kind", (policy) => {
    const yesterday = play(shopWith([{ policy }]), 0, 2, 1);
    const today = play(yesterday.state, 2, 1, 2);
    const lived = new ShopForecaster("shop", "screens");
    const before = forecastDay(lived, yesterday.start, yesterday.events).settled;
    const [turn, ...rest] = today.events;
    if (turn?.type !== "service-day-started") throw new Error("The day does not begin with its turn.");
    const morning = fold(today.start, [turn]);
    const ended = lived.advance(turn, today.start, morning);
    const recalled = new ShopForecaster("shop", "screens");
    // As a database gives them back: in no order, and through JSON.
    const stored = JSON.parse(
      JSON.stringify([...before, ...ended].map(keepForecast).toReversed()),
    ) as KeptForecast[];
    recalled.recall(stored);
    const settled = forecastDay(lived, morning, rest).settled;
    expect(settled.length).toBeGreaterThan(100);
    expect(forecastDay(recalled, morning, rest).settled).toEqual(settled);
    expect(recalled.forecasts).toEqual(lived.forecasts);
  });

  it("[W7] after each event every place has a range, which is no shorter further back", () => {
    const { start, events } = play(shopWith(), 0, 1, 3);
    const forecaster = new ShopForecaster("shop", "screens");
    let state = start;
    for (const event of events) {
      state = forecastDay(forecaster, state, [event]).state;
      const queue = forecastsOf(forecaster.forecasts, state, "queue-a");
      if (queue === undefined) continue;
      expect(queue.places).toHaveLength((state.queues.get("queue-a")?.line.length ?? 0) + 1);
      let last = { p10: 0, p50: 0, p90: 0 };
      for (const place of queue.places) {
        expect(place.p10).toBeLessThanOrEqual(place.p50);
        expect(place.p50).toBeLessThanOrEqual(place.p90);
        for (const end of ["p10", "p50", "p90"] as const) {
          expect(Number.isFinite(place[end])).toBe(true);
          expect(place[end]).toBeGreaterThanOrEqual(last[end]);
        }
        last = place;
      }
    }
  });

  it("[W8] each forecast ends once: with the wait until the call, or without one where the visitor left", () => {
    const { start, events } = play(shopWith(), 0, 1, 4);
    const { settled } = forecastDay(new ShopForecaster("shop", "record"), start, events);
    const calls = new Map<string, number>();
    const left = new Set<string>();
    for (const event of events) {
      if (event.type === "ticket-called") calls.set(event.ticketId, event.at);
      if (event.type === "ticket-cancelled") left.add(event.ticketId);
    }
    expect(new Set(settled.map(({ ticketId, seq }) => `${ticketId} ${String(seq)}`)).size).toBe(
      settled.length,
    );
    expect(settled.some(({ minutes }) => minutes === null)).toBe(true);
    for (const { ticketId, at: givenAt, minutes } of settled) {
      const calledAt = calls.get(ticketId);
      expect(minutes).toBe(calledAt === undefined ? null : (calledAt - givenAt) / MINUTE);
      expect(calledAt !== undefined || left.has(ticketId)).toBe(true);
    }
  });

  it("[W8] a ticket is on record when it joins and each time it has come half the way", () => {
    const steps = [...Array(12).keys()].map((index) => join(`t${String(index)}`, { minute: index }));
    let state = shopWith();
    const events: ShopEvent[] = [];
    const take = (step: Step): void => {
      const taken = takeStep(state, step);
      events.push(...taken.events);
      state = taken.after;
    };
    const start = state;
    for (const step of steps) take(step);
    for (let index = 0; index < 12; index++) {
      const minute = 20 + index * 5;
      take({ ...next("1"), now: MORNING + minute * MINUTE });
      const ticketId = [...state.busy.values()][0] ?? "";
      take(at(minute + 1, { type: "start-service", ticketId }));
      take(at(minute + 4, { type: "complete-ticket", ticketId }));
    }
    const { settled } = forecastDay(new ShopForecaster("shop", "record"), start, events);
    const places = settled
      .filter(({ ticketId }) => ticketId === "t11")
      .map(({ open }) => open.reading.waiting);
    expect(places).toEqual([12, 6, 3, 1]);
  });
});
