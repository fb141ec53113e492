import { at, type Scenario } from "./scenario.ts";

const ONE_CLASS = [{ share: 1, priority: 0 }] as const;
const WITH_PRIORITY = [
  { share: 0.8, priority: 0 },
  { share: 0.2, priority: 1 },
] as const;

const calm: Scenario = {
  name: "calm",
  opens: at(8),
  closes: at(17),
  arrivals: () => 16,
  policy: { kind: "fifo" },
  classes: ONE_CLASS,
  services: [{ share: 1, meanMinutes: 10, variation: 0.5 }],
  staffing: [{ from: at(0), counters: 3 }],
  counterCloses: null,
  noShow: 0,
  patience: null,
};

/** Two waves, before noon and after work. */
const waves = (minute: number): number =>
  8 + 22 * Math.exp(-(((minute - at(10)) / 70) ** 2)) + 14 * Math.exp(-(((minute - at(15, 30)) / 60) ** 2));

/** What the data of real branches lacks or hides, one thing at a time and then together. */
export const SCENARIOS: readonly Scenario[] = [
  calm,
  { ...calm, name: "waves of arrivals", arrivals: waves },
  {
    ...calm,
    name: "lunch break",
    arrivals: () => 17,
    staffing: [
      { from: at(0), counters: 3 },
      { from: at(12), counters: 1 },
      { from: at(13), counters: 4 },
    ],
  },
  {
    ...calm,
    name: "short and long services",
    services: [
      { share: 0.8, meanMinutes: 4, variation: 0.5 },
      { share: 0.2, meanMinutes: 32, variation: 0.4 },
    ],
  },
  {
    ...calm,
    name: "priority ahead",
    arrivals: waves,
    policy: { kind: "priority", headStartMinutes: [30, 60] },
    classes: WITH_PRIORITY,
  },
  {
    ...calm,
    name: "two ordinary, one priority",
    arrivals: waves,
    policy: { kind: "ratio", ordinary: 2, priority: 1 },
    classes: WITH_PRIORITY,
  },
  { ...calm, name: "no-shows and leavers", arrivals: () => 22, noShow: 0.12, patience: 90 },
  {
    ...calm,
    name: "a counter closes",
    arrivals: () => 17,
    staffing: [{ from: at(0), counters: 4 }],
    counterCloses: { fromDay: 1, between: [at(9, 30), at(13)] },
  },
  {
    ...calm,
    name: "all of it",
    arrivals: waves,
    policy: { kind: "priority", headStartMinutes: [20, 60] },
    classes: WITH_PRIORITY,
    services: [
      { share: 0.75, meanMinutes: 6, variation: 0.6 },
      { share: 0.25, meanMinutes: 18, variation: 0.5 },
    ],
    staffing: [
      { from: at(0), counters: 3 },
      { from: at(12), counters: 2 },
      { from: at(13, 30), counters: 3 },
    ],
    counterCloses: { fromDay: 3, between: [at(10), at(14)] },
    noShow: 0.08,
    patience: 150,
  },
];
