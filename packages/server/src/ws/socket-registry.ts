import { CLOSE, HEARTBEAT_MS } from "@callnext/protocol";
import type { Holder } from "../revocation/credential-watch.ts";
import type { Revoked } from "../revocation/revoked.ts";
import type { Timers } from "../stream/timers.ts";
import type { Outlet, OutletCounters } from "./outlet.ts";
import type { SocketSession } from "./socket-dependencies.ts";

const TICK_MS = 1_000;
const PHASES = HEARTBEAT_MS / TICK_MS;
const FAREWELL_MS = 2_000;
/** Returning clients are spread over this and 4 ms per socket, at most 10 s. */
const LEAST_SPREAD_MS = 500;
const SPREAD_PER_SOCKET_MS = 4;
const MOST_SPREAD_MS = 10_000;
const LEAST_RETRY_MS = 200;

interface Entry {
  readonly outlet: Outlet;
  readonly kind: string;
  /** Beats of many sockets are spread over the seconds. */
  readonly phase: number;
  readonly beat: Beat | null;
}

/** Called once a second; every fourth time, one is due. */
type Beat = (isDue: boolean) => void;

/** All open sockets: one tick a second serves their liveness and heartbeats. */
export class SocketRegistry {
  readonly counters: OutletCounters = { framesSent: 0, bytesSent: 0, dropped: 0 };
  readonly #timers: Timers;
  readonly #random: () => number;
  readonly #entries = new Map<Outlet, Entry>();
  #ticking: Disposable | undefined;
  #tick = 0;
  #nextPhase = 0;
  #onEmpty: (() => void) | undefined;

  constructor(timers: Timers, random: () => number) {
    this.#timers = timers;
    this.#random = random;
  }

  get size(): number {
    return this.#entries.size;
  }

  byKind(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { kind } of this.#entries.values()) counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  }

  add(outlet: Outlet, kind: string, beat: Beat | null): void {
    this.#nextPhase = (this.#nextPhase + 1) % PHASES;
    this.#entries.set(outlet, { outlet, kind, beat, phase: this.#nextPhase });
    outlet.onClose(() => {
      this.#entries.delete(outlet);
      if (this.#entries.size === 0) this.#onEmpty?.();
    });
    this.#ticking ??= this.#timers.after(TICK_MS, () => this.#onTick());
  }

  end(what: Revoked): void {
    for (const { outlet } of this.#entries.values())
      if (outlet.session !== null && isMeant(outlet.session, what)) endSession(outlet);
  }

  /** The sockets that stand on a credential. */
  holders(): readonly Holder[] {
    return [...this.#entries.values()].flatMap(({ outlet }) => {
      const { session } = outlet;
      return session === null
        ? []
        : [{ credential: session.credential, standing: session.standing, end: () => endSession(outlet) }];
    });
  }

  /** Tells everyone when to return; resolves when all are gone, by force after 2 s. */
  async close(): Promise<void> {
    const spread = Math.min(MOST_SPREAD_MS, LEAST_SPREAD_MS + SPREAD_PER_SOCKET_MS * this.#entries.size);
    for (const { outlet } of this.#entries.values()) {
      const retryInMs = Math.round(LEAST_RETRY_MS + this.#random() * spread);
      outlet.close(CLOSE.restarting, JSON.stringify({ retry_in_ms: retryInMs }));
    }
    if (this.#entries.size > 0) {
      await new Promise<void>((resolve) => {
        this.#onEmpty = resolve;
        this.#timers.after(FAREWELL_MS, () => {
          for (const { outlet } of this.#entries.values()) outlet.cut();
          resolve();
        });
      });
    }
    this.#ticking?.[Symbol.dispose]();
  }

  #onTick(): void {
    this.#tick += 1;
    for (const { outlet, beat, phase } of this.#entries.values()) {
      outlet.sweep();
      beat?.(phase === this.#tick % PHASES);
    }
    this.#ticking = this.#entries.size === 0 ? undefined : this.#timers.after(TICK_MS, () => this.#onTick());
  }
}

const endSession = (outlet: Outlet): void => outlet.close(CLOSE.unauthenticated, "session ended");

const isMeant = ({ credential, userId }: SocketSession, what: Revoked): boolean => {
  switch (what.kind) {
    case "user":
    case "membership":
      return userId === what.userId;
    case "session":
      return credential.kind === "session" && credential.id === what.sessionId;
    case "device":
      return credential.kind === "device" && credential.id === what.deviceId;
    case "integration":
      return credential.kind === "integration" && credential.id === what.keyId;
  }
};
