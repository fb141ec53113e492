import type { ShopChange, ShopRuntime, ShopSnapshot, Submission } from "../shops/shop-runtime.ts";
import { LiveForecasts, type LiveNeeds } from "./live-forecasts.ts";

/** A shop that nobody follows and nobody asked for so long is forecast no more. */
const IDLE_MS = 10 * 60_000;
const SWEEP_MS = 60_000;

interface Watched {
  readonly live: LiveForecasts;
  askedAt: number;
}

/** The runtime whose snapshots also say how long each place of each queue waits. */
export class ForecastingRuntime implements ShopRuntime, Disposable {
  readonly #inner: ShopRuntime;
  readonly #needs: LiveNeeds;
  readonly #watched = new Map<number, Watched>();
  readonly #followers = new Map<number, number>();
  /** The same snapshot stays the same object, so that what was made of it is not made again. */
  readonly #made = new WeakMap<ShopSnapshot, ShopSnapshot>();
  readonly #sweeping: NodeJS.Timeout;

  constructor(inner: ShopRuntime, needs: Omit<LiveNeeds, "runtime">) {
    this.#inner = inner;
    this.#needs = { ...needs, runtime: inner };
    this.#sweeping = setInterval(() => this.#sweep(), SWEEP_MS);
  }

  async submit(submission: Submission): ReturnType<ShopRuntime["submit"]> {
    const outcome = await this.#inner.submit(submission);
    return outcome.ok ? { ...outcome, snapshot: this.#asked(outcome.snapshot) } : outcome;
  }

  async snapshot(shopId: number): Promise<ShopSnapshot | undefined> {
    const snapshot = await this.#inner.snapshot(shopId);
    return snapshot === undefined ? undefined : this.#asked(snapshot);
  }

  async freshSnapshot(shopId: number): Promise<ShopSnapshot | undefined> {
    const snapshot = await this.#inner.freshSnapshot(shopId);
    return snapshot === undefined ? undefined : this.#asked(snapshot);
  }

  follow(shopId: number, listener: (change: ShopChange) => void): Disposable {
    this.#count(shopId, 1);
    const following = this.#inner.follow(shopId, ({ before, after, events }) =>
      listener({ before: this.#with(before), after: this.#with(after), events }),
    );
    let ended = false;
    return {
      [Symbol.dispose]: () => {
        if (!ended) this.#count(shopId, -1);
        ended = true;
        following[Symbol.dispose]();
      },
    };
  }

  events(shopId: number, sinceSeq: number, limit: number): ReturnType<ShopRuntime["events"]> {
    return this.#inner.events(shopId, sinceSeq, limit);
  }

  verifiedMsAgo(shopId: number): number {
    return this.#inner.verifiedMsAgo(shopId);
  }

  staffChanged(tenantId: number): Promise<void> {
    return this.#inner.staffChanged(tenantId);
  }

  peopleErased(tenantId: number): Promise<void> {
    return this.#inner.peopleErased(tenantId);
  }

  [Symbol.dispose](): void {
    clearInterval(this.#sweeping);
    for (const { live } of this.#watched.values()) live[Symbol.dispose]();
    this.#watched.clear();
  }

  #asked(snapshot: ShopSnapshot): ShopSnapshot {
    const { tenant, state } = snapshot;
    const { id: shopId } = state.shop;
    const askedAt = performance.now();
    const watched = this.#watched.get(shopId);
    if (watched !== undefined) watched.askedAt = askedAt;
    else
      this.#watched.set(shopId, {
        live: new LiveForecasts(this.#needs, { tenantId: tenant.id, shopId }),
        askedAt,
      });
    return this.#with(snapshot);
  }

  #with(snapshot: ShopSnapshot): ShopSnapshot {
    const made = this.#made.get(snapshot);
    if (made !== undefined) return made;
    const waits = this.#watched.get(snapshot.state.shop.id)?.live.waitsOf(snapshot);
    if (waits === undefined) return snapshot;
    const told = { ...snapshot, waits };
    this.#made.set(snapshot, told);
    return told;
  }

  #count(shopId: number, by: 1 | -1): void {
    const followers = (this.#followers.get(shopId) ?? 0) + by;
    if (followers === 0) this.#followers.delete(shopId);
    else this.#followers.set(shopId, followers);
  }

  #sweep(): void {
    const idleSince = performance.now() - IDLE_MS;
    for (const [shopId, { live, askedAt }] of this.#watched) {
      if (askedAt > idleSince || this.#followers.has(shopId)) continue;
      this.#watched.delete(shopId);
      live[Symbol.dispose]();
    }
  }
}
