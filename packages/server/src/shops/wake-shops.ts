import type pg from "pg";
import type { Logger } from "pino";
import { type DueShop, readDueShops } from "./due-shops.ts";
import type { ShopLine } from "./shop-line.ts";

export interface WakeContext {
  readonly pool: pg.Pool;
  readonly log: Logger;
  /** In place of the database's clock, which alone decides otherwise. */
  readonly now?: (() => number) | undefined;
  readonly isFollowed: (shopId: number) => boolean;
  readonly line: (shopId: number) => Pick<ShopLine, "submit">;
}

/** Woken in one look; those due longest come first, so the others have their turn with the next. */
const AT_ONCE = 100;
/** Told at the same time: the database's connections are for visitors and staff first. */
const SIDE_BY_SIDE = 4;
/** A shop that nobody on this node follows is left that long to the nodes where somebody does. */
const OTHERS_FIRST_MS = 2_000;
/** A moment at which nothing happened after all is not tried again at every look. */
const AGAIN_AFTER_MS = 10_000;

interface Tried {
  readonly moment: number;
  readonly at: number;
}

/** Tells the shops what time alone has brought: holds that ran out, appointments due or missed. */
export class ShopWaking {
  readonly #context: WakeContext;
  #tried = new Map<number, Tried>();

  #behindMs = 0;

  constructor(context: WakeContext) {
    this.#context = context;
  }

  /** How long the shop that was due longest at the last look had waited by then. */
  get behindMs(): number {
    return this.#behindMs;
  }

  /** One look: resolves when the shops that are due were told. */
  async look(): Promise<void> {
    const { pool, now } = this.#context;
    const due = await readDueShops(pool, now?.() ?? null, AT_ONCE);
    this.#behindMs = due[0]?.late_ms ?? 0;
    const moments = new Map(due.map(({ id, wakes_at }) => [id, wakes_at]));
    this.#tried = new Map([...this.#tried].filter(([id, { moment }]) => moments.get(id) === moment));
    const mine = due.filter((shop) => this.#isMine(shop));
    const next = mine.values();
    await Promise.all(
      Array.from({ length: SIDE_BY_SIDE }, async () => {
        for (const shop of next) await this.#wake(shop);
      }),
    );
  }

  #isMine({ id, late_ms }: DueShop): boolean {
    const tried = this.#tried.get(id);
    if (tried !== undefined && performance.now() - tried.at < AGAIN_AFTER_MS) return false;
    return late_ms >= OTHERS_FIRST_MS || this.#context.isFollowed(id);
  }

  async #wake({ id, wakes_at }: DueShop): Promise<void> {
    try {
      const by = { kind: "system" } as const;
      const told = await this.#context.line(id).submit({ shopId: id, by, command: { type: "keep-time" } });
      if (told.ok) this.#tried.set(id, { moment: wakes_at, at: performance.now() });
    } catch (error) {
      this.#tried.set(id, { moment: wakes_at, at: performance.now() });
      this.#context.log.error({ err: error, shopId: id }, "a shop could not be told what its time brought");
    }
  }
}
