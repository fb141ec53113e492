import { serviceDayOf } from "@callnext/core";
import type pg from "pg";
import type { Logger } from "pino";
import type { HealthRecord } from "./database-health.ts";
import { readShopHeads, type ShopHead } from "./shop-heads.ts";
import type { ShopLine } from "./shop-line.ts";
import type { ShopWaking } from "./wake-shops.ts";

export interface WatchContext {
  readonly pool: pg.Pool;
  readonly log: Logger;
  readonly health: HealthRecord;
  readonly now: () => number;
  readonly pollMs: number;
  /** The lines that somebody follows, by shop. */
  readonly followed: () => ReadonlyMap<number, ShopLine>;
  readonly waking: ShopWaking;
}

/** What was held, and the time, when the database was asked. */
interface Asked {
  readonly askedAt: number;
  readonly known: number | undefined;
}

/** A database that does not answer for this long counts as away. */
const ANSWER_WITHIN_MS = 3_000;
/** The node's clock may run ahead of the database's, which alone decides: do not ask at every poll. */
const DAY_TRY_EVERY_MS = 10_000;

/**
 * Compares the followed shops' seqs with the database's, so that a lost hint costs a second at most;
 * learns by it whether the database answers; starts each shop's service day when its hour has come; and has the
 * shops told what else time has brought.
 */
export class ShopWatch {
  readonly #context: WatchContext;
  readonly #dayTried = new Map<number, number>();
  #timer: NodeJS.Timeout | undefined;
  #polling: Promise<void> = Promise.resolve();
  #waking: Promise<void> | undefined;
  #stopped = false;

  constructor(context: WatchContext) {
    this.#context = context;
    this.#schedule();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#polling;
    await this.#waking;
  }

  #schedule(): void {
    this.#timer = setTimeout(() => {
      this.#polling = this.#poll().finally(() => {
        if (!this.#stopped) this.#schedule();
      });
    }, this.#context.pollMs);
  }

  async #poll(): Promise<void> {
    const lines = this.#context.followed();
    const askedAt = performance.now();
    const known = new Map([...lines].map(([shopId, line]) => [shopId, line.held.snapshot?.state.seq]));
    const late = setTimeout(() => this.#context.health.failed(), ANSWER_WITHIN_MS);
    try {
      const heads = await readShopHeads(this.#context.pool, [...lines.keys()], ANSWER_WITHIN_MS);
      this.#context.health.answered();
      for (const row of heads) this.#compare(row, lines.get(row.id), { askedAt, known: known.get(row.id) });
    } catch (error) {
      this.#context.health.failed();
      this.#context.log.debug({ err: error }, "the shops' seqs could not be read");
    } finally {
      clearTimeout(late);
    }
    for (const [shopId, line] of lines) this.#turnDay(shopId, line);
    if (!this.#stopped) this.#wake();
  }

  /** Not waited for: a shop that is slow to answer must not hold up the next look at the others. */
  #wake(): void {
    this.#waking ??= this.#context.waking
      .look()
      .catch((error: unknown) => this.#context.log.debug({ err: error }, "the shops due could not be read"))
      .finally(() => (this.#waking = undefined));
  }

  #compare(row: ShopHead, line: ShopLine | undefined, { askedAt, known }: Asked): void {
    if (line === undefined) return;
    const seq = line.held.snapshot?.state.seq;
    // Commits of this node may have moved it on since the question; one that stands below what was known then went back.
    const sameEpoch = line.held.snapshot?.epoch === row.epoch;
    const isNewest =
      sameEpoch && known !== undefined && seq !== undefined && known <= row.seq && row.seq <= seq;
    if (isNewest && line.held.staffVersion === row.staff_version) return line.verified(askedAt);
    line.catchUp().catch((error: unknown) => {
      this.#context.log.warn({ err: error, shopId: row.id }, "a shop could not be caught up");
    });
  }

  #turnDay(shopId: number, line: ShopLine): void {
    const state = line.held.snapshot?.state;
    const now = this.#context.now();
    if (state === undefined || this.#stopped) return;
    if (serviceDayOf(now, state.shop.timeZone, state.shop.dayTurnsAtMinutes) <= state.serviceDay) return;
    if (now - (this.#dayTried.get(shopId) ?? 0) < DAY_TRY_EVERY_MS) return;
    this.#dayTried.set(shopId, now);
    line
      .submit({ shopId, by: { kind: "system" }, command: { type: "start-service-day" } })
      .catch((error: unknown) => {
        this.#context.log.error({ err: error, shopId }, "a service day could not be started");
      });
  }
}
