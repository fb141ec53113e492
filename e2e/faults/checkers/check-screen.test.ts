import type { ConnectionState, TopicState } from "@callnext/client";
import { expect, test } from "vitest";
import type { TopicSample } from "../actors/screen.ts";
import { checkScreen, type Outage, type ScreenRules } from "./check-screen.ts";

const TOPIC = "display:1";
const OLD = { queues: { q: { waiting: 1 } } };
const NEW = { queues: { q: { waiting: 2 } } };
const START = 1_000_000;

const rules: ScreenRules = {
  outages: [{ from: START, to: START + 20_000 }],
  truths: new Map([[TOPIC, { epoch: "e", to: 8, view: NEW }]]),
  staleWithinMs: 9_000,
  rightWithinMs: 3_000,
  longestDelayMs: 2_500,
};

const sample = (after: number, change: Partial<TopicState> = {}): TopicSample => ({
  at: START + after,
  state: {
    view: OLD,
    seq: 7,
    epoch: "e",
    provedAt: 1,
    stale: false,
    restored: false,
    refused: null,
    ...change,
  },
});
const right = { view: NEW, seq: 8 };
const honest: readonly TopicSample[] = [
  sample(-5_000),
  sample(-1_000),
  sample(8_000, { stale: true }),
  sample(22_000, right),
  sample(26_000, { ...right, view: structuredClone(NEW) }),
];

const check = (
  samples: readonly TopicSample[],
  connection: readonly ConnectionState[] = [],
  outage: Partial<Outage> = {},
): readonly string[] => {
  const states = connection.map((state) => ({ at: START, state }));
  const outages = rules.outages.map((each) => ({ ...each, ...outage }));
  return checkScreen(
    { name: "screen", connection: states, topics: new Map([[TOPIC, [...samples]]]) },
    { ...rules, outages },
  );
};
const waiting = (attempt: number, delay: number, polling: boolean): ConnectionState => ({
  kind: "waiting",
  attempt,
  retryAt: START + delay,
  polling,
  since: START,
});

test("a screen that said it was stale, polled and came back is found well", () => {
  const connecting = { kind: "connecting", attempt: 4, polling: true, since: START } as const;
  expect(check(honest, [waiting(2, 900, false), waiting(3, 2_500, true), connecting])).toEqual([]);
});

test("P9: a mark that comes late, or is taken back too early, is found", () => {
  const late = honest.map((told, index) => (index === 2 ? sample(9_500, { stale: true }) : told));
  expect(check(late)).toEqual([`screen, ${TOPIC}: not marked stale 9000 ms after the server was gone`]);
  const early = honest.toSpliced(3, 0, sample(15_000));
  expect(check(early)).toEqual([`screen, ${TOPIC}: unmarked 15000 ms after the server was gone`]);
});

test("P9: a mark that goes once the server may be back, before anybody has looked, is no fault", () => {
  const early = honest.toSpliced(3, 0, sample(15_000));
  expect(check(early, [], { maybeBackFrom: START + 14_000 })).toEqual([]);
});

test("P9: a mark without a cause is found", () => {
  expect(check(honest.toSpliced(1, 0, sample(-3_000, { stale: true })))).toEqual([
    `screen, ${TOPIC}: marked stale at ${String(START - 3_000)} without a cause`,
  ]);
});

test("P8: a screen that is right late, or never, is found", () => {
  const late = honest.toSpliced(3, 1, sample(22_000), sample(24_000, right));
  expect(check(late)).toEqual([`screen, ${TOPIC}: right only 4000 ms after the return`]);
  const never = [...honest.slice(0, 3), sample(22_000, { seq: 8 })];
  expect(check(never)).toEqual([`screen, ${TOPIC}: not right in the end`]);
});

test("P6: a seq that goes back, and one that stops short, are found", () => {
  const back = honest.toSpliced(1, 0, sample(-3_000, { seq: 9 }));
  expect(check(back)).toEqual([`screen, ${TOPIC}: seq went back from 9 to 7`]);
  const short = [...honest.slice(0, 3), sample(22_000, { view: NEW, seq: 7 })];
  expect(check(short)).toEqual([`screen, ${TOPIC}: ended at seq 7, the server at 8`]);
});

test("attempts too far apart, and polling too late or too early, are found", () => {
  expect(check(honest, [waiting(1, 2_600, false)])).toEqual(["screen, waits 2600 ms between attempts"]);
  expect(check(honest, [waiting(3, 100, false)])).toEqual([
    "screen, polling is false after 3 failed attempts",
  ]);
  expect(check(honest, [waiting(2, 100, true)])).toEqual(["screen, polling is true after 2 failed attempts"]);
});

test("a screen that never proved anything, and a topic without a truth, are found", () => {
  const unproved = honest.map(({ at, state }) => ({ at, state: { ...state, provedAt: 0 } }));
  expect(check(unproved)).toEqual([`screen, ${TOPIC}: never proved fresh`]);
  const unknown = checkScreen(
    { name: "screen", connection: [], topics: new Map([["other", [...honest]]]) },
    rules,
  );
  expect(unknown).toEqual(["screen, other: nobody knows the truth"]);
});
