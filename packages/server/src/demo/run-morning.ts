import { setTimeout as wait } from "node:timers/promises";
import type { demoBodies } from "@callnext/protocol";
import { agentAtWork } from "./agent-at-work.ts";
import { arrivals } from "./arrivals.ts";
import { seededRandom } from "./seeded-random.ts";

export type DemoTenant = demoBodies.DemoAnswer["tenants"][number];
export type DemoShop = DemoTenant["shops"][number];

export interface Morning {
  readonly address: string;
  readonly password: string;
  readonly tenant: DemoTenant;
  readonly signal: AbortSignal;
  readonly seed: string;
  /** 1 is pleasant to watch; less is faster. */
  readonly pace: number;
}

/** What everyone who plays a part works with. */
export interface Part {
  readonly address: string;
  readonly tenantSlug: string;
  readonly shop: DemoShop;
  readonly signal: AbortSignal;
  readonly random: () => number;
  /** About this long, give or take half; rejects when the morning ends. */
  readonly pause: (ms: number) => Promise<void>;
}

/** An ordinary morning, faster than life: visitors arrive and agents work, by the same API as everyone, until the signal. */
export async function runMorning(morning: Morning): Promise<void> {
  const { address, tenant, password, pace } = morning;
  const random = seededRandom(morning.seed);
  // One part that fails ends the others: nobody plays on unseen.
  const failed = new AbortController();
  const signal = AbortSignal.any([morning.signal, failed.signal]);
  const pause = (ms: number): Promise<void> => wait(ms * pace * (0.5 + random()), undefined, { signal });
  const parts = tenant.shops.flatMap((shop) => {
    const part: Part = { address, tenantSlug: tenant.slug, shop, signal, random, pause };
    const agents = shop.logins.filter(({ role }) => role === "agent");
    return [
      arrivals(part),
      ...agents.map(({ email }, index) => agentAtWork(part, { email, password, counter: index + 1 })),
    ];
  });
  try {
    await Promise.all(parts);
  } finally {
    failed.abort();
    await Promise.allSettled(parts);
  }
}
