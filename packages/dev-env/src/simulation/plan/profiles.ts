import type { FaultKind } from "./faults.ts";

export interface Profile {
  /** How often faults of a kind come, in relation to each other. */
  readonly faults: Readonly<Partial<Record<FaultKind, number>>>;
  /** Mean time between two faults, ms. */
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
const USUAL = { everyMs: 2_200, lasts: [3_000, 9_000], waiting: [0, 6], pauseMs: 1_100 } as const;

/** Kinds of trouble, with the bound that each has to heal within. */
export const PROFILES = {
  nodes: { ...USUAL, faults: { ...NODES, "page-reloaded": 1 }, healsWithin: 3_000 },
  database: { ...USUAL, faults: DATABASE, healsWithin: 5_000 },
  network: { ...USUAL, faults: { ...NETWORK, ...PAGES }, healsWithin: 10_000 },
  everything: {
    ...USUAL,
    faults: { ...NODES, ...DATABASE, ...NETWORK, ...PAGES, "power-lost": 2, "node-frozen": 3, "node-cut-off": 2 },
    everyMs: 1_400,
    healsWithin: 10_000,
  },
  backup: { ...USUAL, faults: { ...NODES, "backup-restored": 3, reset: 2, "page-sleeps": 1 }, healsWithin: 10_000 },
  crowd: {
    ...USUAL,
    faults: { "slow-reader": 8, reset: 1 },
    lasts: [8_000, 20_000],
    waiting: [70, 100],
    pauseMs: 350,
    healsWithin: 10_000,
  },
} as const satisfies Readonly<Record<string, Profile>>;

export type ProfileName = keyof typeof PROFILES;

/** How often each is drawn, in relation to each other. */
export const PROFILE_WEIGHTS: Readonly<Record<ProfileName, number>> = {
  nodes: 20,
  database: 17,
  network: 22,
  everything: 28,
  backup: 10,
  crowd: 3,
};
