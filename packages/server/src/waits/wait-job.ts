import type { Kysely } from "kysely";
import type { Logger } from "pino";
import type { ShopPlace } from "../records/day-starts.ts";
import { onOneNode } from "../storage/on-one-node.ts";
import type { Database } from "../storage/schema.ts";
import { settleDays, type SettlingNeeds } from "./settle-days.ts";
import { shopsDue, type WaitLog } from "./wait-log.ts";

/** Any 64-bit number no other lock uses. */
const LOCK = 4_711_000_015;
const EVERY_MS = 5 * 60_000;
const SHOPS_AT_ONCE = 100;
const SWEEP_WITHIN_MS = 20 * 60_000;

export interface WaitJobNeeds extends SettlingNeeds {
  readonly db: Kysely<Database>;
  readonly waits: WaitLog;
  readonly log: Logger;
}

export interface WaitJob extends AsyncDisposable {
  /** Writes down every day that is over, unless another node is at it; answers how many days. */
  sweep(): Promise<number>;
}

/** The nightly job: soon after a shop's day is over, what was forecast on it is compared with what came, and learned. */
export function startWaitJob(needs: WaitJobNeeds): WaitJob {
  const { log } = needs;
  let stopped = false;
  let last: Promise<unknown> = Promise.resolve();
  const sweepAlone = async (): Promise<number> =>
    (await onOneNode(needs.db, LOCK, () => sweepAll(needs, () => stopped))) ?? 0;
  const sweep = (): Promise<number> => {
    const next = last.then(() => (stopped ? 0 : sweepAlone()));
    last = next.catch(() => undefined);
    return next;
  };
  const timer = setInterval(() => {
    sweep().catch((error: unknown) => log.error({ err: error }, "waits could not be learned from"));
  }, EVERY_MS);
  return {
    sweep,
    async [Symbol.asyncDispose]() {
      stopped = true;
      clearInterval(timer);
      await last;
    },
  };
}

async function sweepAll(needs: WaitJobNeeds, isStopped: () => boolean): Promise<number> {
  const began = performance.now();
  const due = await shopsDue(needs.db, SHOPS_AT_ONCE);
  let days = 0;
  for (const place of due) {
    if (isStopped() || performance.now() - began > SWEEP_WITHIN_MS) break;
    days += await oneShop(needs, place);
  }
  return days;
}

/** One shop's trouble is not the others'. */
async function oneShop(needs: WaitJobNeeds, place: ShopPlace): Promise<number> {
  try {
    const days = await settleDays(needs, needs.waits, place);
    needs.log.info({ shopId: place.shopId, days }, "waits were learned from");
    return days;
  } catch (error) {
    needs.log.error({ err: error, shopId: place.shopId }, "a shop's waits could not be learned from");
    return 0;
  }
}
