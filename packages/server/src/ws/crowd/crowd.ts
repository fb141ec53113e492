import { addressGroup } from "../../limits/address-group.ts";
import { createTokenBuckets, type Rate, type TokenBuckets } from "../../limits/token-buckets.ts";
import type { Timers } from "../../stream/timers.ts";
import type { SocketSession } from "../socket-dependencies.ts";
import type { SocketLimits } from "./socket-limits.ts";
import { Tally } from "./tally.ts";

/** Why there is no room for a socket. */
export type Crowded = "server" | "address" | "caller" | "tenant";

type Rated = keyof NonNullable<SocketLimits["rates"]>;

/** Who is here: how many sockets each address, caller and tenant has, opening ones included, and how much they ask. */
export class Crowd {
  readonly limits: SocketLimits;
  readonly addresses = new Tally();
  readonly callers = new Tally();
  readonly tenants = new Tally();
  readonly #buckets: ReadonlyMap<string, TokenBuckets>;
  total = 0;

  constructor(limits: SocketLimits, timers: Timers) {
    this.limits = limits;
    const rates: readonly [string, Rate][] = Object.entries(limits.rates ?? {});
    this.#buckets = new Map(
      rates.map(([name, rate]) => [name, createTokenBuckets(rate, () => timers.now())]),
    );
  }

  /** Seconds to wait, or 0 where one was taken. */
  take(rated: Rated, key: string): number {
    return this.#buckets.get(rated)?.take(key) ?? 0;
  }

  enter(address: string): SocketPlace {
    return new SocketPlace(this, addressGroup(address));
  }
}

/** One socket's place among the others, from the upgrade request to its end. */
export class SocketPlace implements Disposable {
  readonly #crowd: Crowd;
  readonly #address: string;
  readonly #inside = new DisposableStack();
  readonly #tenants = new Set<number>();
  #caller: string | null = null;

  constructor(crowd: Crowd, address: string) {
    this.#crowd = crowd;
    this.#address = address;
    this.#inside.use(crowd.addresses.enter(address));
    crowd.total += 1;
    this.#inside.defer(() => (crowd.total -= 1));
  }

  /** Seconds until this address may ask for a socket again, or 0. */
  knock(): number {
    return this.#crowd.take("upgradesPerAddress", this.#address);
  }

  /** What has no room for it, its own place counted. */
  crowded(): Crowded | undefined {
    const { limits, addresses, total } = this.#crowd;
    if (addresses.of(this.#address) > limits.perAddress) return "address";
    return total > limits.total ? "server" : undefined;
  }

  /** Known by now: `"caller"` where they have as many as they may, or the seconds until they may ask again. */
  identify({ credential, userId }: SocketSession): "caller" | number {
    const { limits, callers } = this.#crowd;
    const caller = userId === null ? `${credential.kind} ${credential.id}` : `person ${userId}`;
    if (this.#inside.disposed) return 0;
    this.#caller = caller;
    this.#inside.use(callers.enter(caller));
    if (callers.of(caller) > limits.perCaller) return "caller";
    return this.#crowd.take("upgradesPerCaller", caller);
  }

  /** Whether there is room for one more socket that follows this tenant's shops. */
  follow(tenantId: number): boolean {
    if (this.#tenants.has(tenantId) || this.#inside.disposed) return true;
    const { limits, tenants } = this.#crowd;
    const key = String(tenantId);
    if (tenants.of(key) >= limits.perTenant) return false;
    this.#tenants.add(tenantId);
    this.#inside.use(tenants.enter(key));
    return true;
  }

  /** Whether one more frame of this client is within the rates of all it belongs to. */
  mayTake(): boolean {
    if (this.#crowd.take("framesPerAddress", this.#address) > 0) return false;
    if (this.#caller !== null && this.#crowd.take("framesPerCaller", this.#caller) > 0) return false;
    return [...this.#tenants].every((tenant) => this.#crowd.take("framesPerTenant", String(tenant)) === 0);
  }

  [Symbol.dispose](): void {
    this.#inside.dispose();
  }
}
