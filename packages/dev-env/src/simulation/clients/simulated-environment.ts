import type { Environment, FetchOptions, ResponseLike, SocketHandlers, SocketLike } from "@callnext/client";
import type { Caller, SimulatedNetwork } from "../network/network.ts";
import { START } from "../world/clock.ts";
import type { Random } from "../world/random.ts";

export interface EnvironmentOptions {
  readonly caller: Caller;
  readonly network: SimulatedNetwork;
  readonly random: Random;
  /** How far this machine's clock is off, ms. */
  readonly skew: number;
  readonly log: (line: string) => void;
}

/** A browser's page as the SDK sees it, in the simulated world. */
export class SimulatedEnvironment implements Environment {
  readonly origin = "http://simulated.example";
  readonly #options: EnvironmentOptions;
  readonly #wakeListeners = new Set<() => void>();
  readonly #hideListeners = new Set<() => void>();
  readonly #timers = new Map<number, Disposable>();
  #madeTimers = 0;
  #isVisible = true;
  /** Time that passed while the machine slept: only the wall clock knows of it. */
  slept = 0;

  constructor(options: EnvironmentOptions) {
    this.#options = options;
  }

  get listeners(): number {
    return this.#wakeListeners.size + this.#hideListeners.size;
  }

  now(): number {
    return START + Math.floor(this.#options.caller.host.clock.now + this.#options.skew);
  }

  elapsed(): number {
    return this.#options.caller.host.clock.now - this.slept;
  }

  setTimeout(run: () => void, ms: number): number {
    this.#madeTimers += 1;
    const handle = this.#madeTimers;
    const { host } = this.#options.caller;
    this.#timers.set(
      handle,
      host.after(ms, () => {
        this.#timers.delete(handle);
        run();
      }),
    );
    return handle;
  }

  clearTimeout(handle: unknown): void {
    if (typeof handle !== "number") return;
    this.#timers.get(handle)?.[Symbol.dispose]();
    this.#timers.delete(handle);
  }

  random(): number {
    return this.#options.random.next();
  }

  openSocket(url: string, _protocols: readonly string[], handlers: SocketHandlers): SocketLike {
    return this.#options.network.openSocket(this.#options.caller, url, handlers);
  }

  async fetch(url: string, { method, headers, body }: FetchOptions): Promise<ResponseLike> {
    const { network, caller } = this.#options;
    const answer = await network.fetch(caller, {
      method,
      path: url.slice(this.origin.length),
      authorization: headers["authorization"] ?? null,
      idempotencyKey: headers["idempotency-key"] ?? null,
      body: body ?? "",
    });
    const text = answer.body === undefined ? "" : JSON.stringify(answer.body);
    const ok = answer.status >= 200 && answer.status < 300;
    return { ok, status: answer.status, headers: { get: () => null }, text: () => Promise.resolve(text) };
  }

  abortController(): null {
    return null;
  }

  visible(): boolean {
    return this.#isVisible;
  }

  onWake(listener: () => void): () => void {
    this.#wakeListeners.add(listener);
    return () => this.#wakeListeners.delete(listener);
  }

  onHide(listener: () => void): () => void {
    this.#hideListeners.add(listener);
    return () => this.#hideListeners.delete(listener);
  }

  log(line: string): void {
    this.#options.log(line);
  }

  hide(): void {
    this.#isVisible = false;
    for (const listener of [...this.#hideListeners]) listener();
  }

  wake(): void {
    this.#isVisible = true;
    for (const listener of [...this.#wakeListeners]) listener();
  }
}
