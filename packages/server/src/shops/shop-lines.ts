import type { Hint } from "../bus/bus.ts";
import { HELD_SHOPS } from "./limits.ts";
import { type LineContext, ShopLine } from "./shop-line.ts";
import type { ShopChange } from "./shop-runtime.ts";

/** The shops this node holds: all that are followed or at work, and the most recently used of the rest. */
export class ShopLines {
  /** Least recently used first. */
  readonly #lines = new Map<number, ShopLine>();
  readonly #context: LineContext;

  constructor(context: LineContext) {
    this.#context = context;
  }

  of(shopId: number): ShopLine {
    const line = this.#lines.get(shopId) ?? new ShopLine(shopId, this.#context);
    this.#lines.delete(shopId);
    this.#lines.set(shopId, line);
    if (this.#lines.size > HELD_SHOPS) this.#letGo(line);
    return line;
  }

  verifiedMsAgo(shopId: number): number {
    return this.#lines.get(shopId)?.verifiedMsAgo ?? Number.POSITIVE_INFINITY;
  }

  isFollowed(shopId: number): boolean {
    return this.#lines.get(shopId)?.held.isFollowed ?? false;
  }

  followed(): ReadonlyMap<number, ShopLine> {
    return new Map([...this.#lines].filter(([, line]) => line.held.isFollowed));
  }

  follow(shopId: number, listener: (change: ShopChange) => void): Disposable {
    const line = this.of(shopId);
    const following = line.held.follow(listener);
    // A follower hears of changes to what is held, so something has to be held.
    line.snapshot().catch((error: unknown) => {
      this.#context.log.warn({ err: error, shopId }, "a followed shop could not be loaded yet");
    });
    return following;
  }

  /** Another node's commit, or this node's own come back. */
  hear({ shopId, seq }: Hint): void {
    const line = this.#lines.get(shopId);
    const held = line?.held.snapshot?.state.seq;
    if (line === undefined || held === undefined || held >= seq || !line.held.isFollowed) return;
    line.catchUp().catch((error: unknown) => {
      this.#context.log.warn({ err: error, shopId }, "a shop could not be caught up");
    });
  }

  async refreshNames(tenantId: number): Promise<void> {
    const lines = [...this.#lines.values()].filter((line) => line.held.snapshot?.tenant.id === tenantId);
    await Promise.all(lines.map((line) => line.refreshNames()));
  }

  async settled(): Promise<void> {
    await Promise.all([...this.#lines.values()].map((line) => line.settled()));
  }

  #letGo(wanted: ShopLine): void {
    for (const [shopId, line] of this.#lines) {
      if (this.#lines.size <= HELD_SHOPS) return;
      if (line.isIdle && line !== wanted) this.#lines.delete(shopId);
    }
  }
}
