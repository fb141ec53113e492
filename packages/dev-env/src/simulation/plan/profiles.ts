import type { FaultKind } from "./faults.ts";

export interface Profile {
  /** How often faults of a kind come, in relation to each other. */
  readonly faults: Readonly<Partial<Record<FaultKind, number>>>;
  /** How many storms, each followed by a calm of `healsWithin`. */
  readonly storms: number;
  /** How long a storm lasts, ms. */
  readonly storm: readonly [least: number, most: number];
  /** Mean time between two faults in it, ms. */
  readonly everyMs: number;
  /** Mean and most a fault lasts, ms. */
  readonly lasts: readonly [mean: number, most: number];
  /** P8: how soon after the last fault every screen is right again. */
  readonly healsWithin: number;
  /** Visitors who wait when the run begins. */
  readonly waiting: readonly [least: number, most: number];
  /** Mean time between two commands of one agent, ms. */
  readonly pauseMs: number;
}

const NODES = { "node-killed": 5, deployed: 3 } as const;
const DATABASE = { "database-down": 3, "database-slow": 2, "database-silent": 2, "answers-lost": 3 } as const;
const NETWORK = {
  "black-hole": 6,
  "no-route": 3,
  reset: 5,
  "far-away": 2,
  "slow-reader": 3,
  "requests-fail": 3,
  "requests-repeated": 2,
} as const;
const PAGES = { "page-sleeps": 3, "page-hidden": 1, "page-reloaded": 2 } as const;
const USUAL = {
  storms: 1,
  storm: [8_000, 20_000],
  everyMs: 2_200,
  lasts: [3_000, 9_000],
  waiting: [0, 6],
  pauseMs: 1_100,
} as const;

/** Kinds of trouble, with the bound that each has to heal within. */
export const PROFILES = {
  nodes: {
    ...USUAL,
    storms: 3,
    storm: [3_000, 9_000],
    faults: { ...NODES, "page-reloaded": 1 },
    healsWithin: 3_000,
  },
  database: { ...USUAL, storms: 2, storm: [4_000, 11_000], faults: DATABASE, healsWithin: 5_000 },
  network: {
    ...USUAL,
    storm: [10_000, 24_000],
    lasts: [4_000, 14_000],
    faults: { ...NETWORK, ...PAGES },
    healsWithin: 10_000,
  },
  everything: {
    ...USUAL,
    faults: {
      ...NODES,
      ...DATABASE,
      ...NETWORK,
      ...PAGES,
      "power-lost": 2,
      "node-frozen": 3,
      "node-cut-off": 2,
    },
    everyMs: 1_400,
    healsWithin: 10_000,
  },
  outages: {
    ...USUAL,
    storms: 2,
    storm: [11_000, 17_000],
    faults: { "black-hole": 6, "no-route": 2, "database-silent": 2, "node-frozen": 3, "node-cut-off": 4 },
    everyMs: 2_500,
    lasts: [8_000, 16_000],
    healsWithin: 10_000,
  },
  backup: {
    ...USUAL,
    faults: { ...NODES, "backup-restored": 3, reset: 2, "page-sleeps": 1 },
    healsWithin: 10_000,
  },
  crowd: {
    ...USUAL,
    storm: [16_000, 22_000],
    faults: { "slow-reader": 5, recalls: 5, reset: 1 },
    everyMs: 1_200,
    lasts: [9_000, 20_000],
    waiting: [30, 60],
    healsWithin: 10_000,
  },
} as const satisfies Readonly<Record<string, Profile>>;

export type ProfileName = keyof typeof PROFILES;

/** How often each is drawn, in relation to each other. */
export const PROFILE_WEIGHTS: Readonly<Record<ProfileName, number>> = {
  nodes: 20,
  database: 17,
  network: 18,
  everything: 25,
  outages: 7,
  backup: 10,
  crowd: 3,
};
