import type { demoBodies } from "@callnext/protocol";
import type { Logger } from "pino";
import { runMorning } from "./run-morning.ts";

export interface Simulations {
  running(tenantSlug: string): boolean;
  start(tenantSlug: string): void;
  stop(tenantSlug: string): Promise<void>;
  stopAll(): Promise<void>;
}

export interface SimulationOptions {
  /** The server's own address, once it listens. */
  readonly address: () => string;
  readonly password: string;
  readonly listing: () => Promise<demoBodies.DemoAnswer>;
  readonly log: Logger;
  /** 1 is pleasant to watch; less is faster. */
  readonly pace: number;
}

/** However long nobody looks, the demo is quiet again after this. */
const LONGEST_MS = 60 * 60_000;

interface Running {
  readonly ended: Promise<void>;
  readonly stop: AbortController;
}

/** One morning per tenant at most; they end with the server. */
export function createSimulations(options: SimulationOptions): Simulations {
  const mornings = new Map<string, Running>();
  const stop = async (slug: string): Promise<void> => {
    const morning = mornings.get(slug);
    morning?.stop.abort();
    await morning?.ended;
  };
  return {
    running: (slug) => mornings.has(slug),
    start(slug) {
      if (mornings.has(slug)) return;
      const controller = new AbortController();
      const signal = AbortSignal.any([controller.signal, AbortSignal.timeout(LONGEST_MS)]);
      const ended = play(options, slug, signal)
        .catch((error: unknown) => {
          if (!signal.aborted) options.log.warn({ err: error, tenant: slug }, "the simulation ended early");
        })
        .finally(() => mornings.delete(slug));
      mornings.set(slug, { ended, stop: controller });
    },
    stop,
    async stopAll() {
      await Promise.all([...mornings.keys()].map(stop));
    },
  };
}

async function play(options: SimulationOptions, slug: string, signal: AbortSignal): Promise<void> {
  const tenant = (await options.listing()).tenants.find((candidate) => candidate.slug === slug);
  if (tenant === undefined) return;
  const { password, pace } = options;
  await runMorning({ address: options.address(), password, tenant, signal, seed: slug, pace });
}
