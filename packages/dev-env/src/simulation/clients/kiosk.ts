import {
  type CallnextClient,
  type CommandQueue,
  createCallnext,
  createCommandQueue,
  type KeyValueStore,
  memoryStore,
} from "@callnext/client";
import type { Operation } from "../history.ts";
import { NetworkPath } from "../network/network-path.ts";
import type { Random } from "../world/random.ts";
import type { World } from "../world/world.ts";
import { openPage, type Page } from "./page.ts";
import type { Step } from "./step.ts";

/** The stored queue is read within this time. */
const READ_MS = 5;
const MOST_PENDING = 6;

export interface KioskOptions {
  readonly name: string;
  readonly staffId: number;
  readonly tenantSlug: string;
  readonly pauseMs: number;
  readonly next: (random: Random) => Step;
  readonly until: number;
}

/** Gives commands through the SDK's stored queue, whether there is a network or not, and may be restarted at any moment. */
export class Kiosk {
  readonly name: string;
  readonly path: NetworkPath;
  readonly #world: World;
  readonly #options: KioskOptions;
  readonly #random: Random;
  readonly #store: KeyValueStore = memoryStore();
  /** By the id of the queued command. */
  readonly #open = new Map<string, Operation>();
  #page: Page | null = null;
  #client: CallnextClient | null = null;
  #queue: CommandQueue | null = null;
  #operations = 0;

  constructor(world: World, options: KioskOptions) {
    this.#world = world;
    this.#options = options;
    this.#random = world.random.fork();
    this.name = options.name;
    this.path = new NetworkPath(world.clock, world.random.fork());
  }

  start(): void {
    this.#page?.host.kill();
    const page = openPage(this.#world, { name: this.name, path: this.path, session: null, skew: 0 });
    const { environment } = page;
    const authorization = (): string => String(this.#options.staffId);
    const client = createCallnext({ baseUrl: environment.origin, environment, authorization });
    const queue = createCommandQueue({ client, environment, store: this.#store });
    this.#page = page;
    this.#client = client;
    this.#queue = queue;
    page.host.after(READ_MS, () => {
      queue.subscribe(() => this.#look(queue));
      this.#look(queue);
      this.#workLater(page);
    });
  }

  /** The machine is switched off and on again. */
  reload(): void {
    this.start();
  }

  close(): void {
    this.#queue?.close();
    this.#client?.close();
  }

  #workLater({ host }: Page): void {
    const { pauseMs, until } = this.#options;
    host.after(this.#random.between(0.3, 1.7) * pauseMs, () => {
      if (this.#world.clock.now >= until) return;
      if (this.#open.size < MOST_PENDING) this.#perform(this.#options.next(this.#random));
      const page = this.#page;
      if (page !== null) this.#workLater(page);
    });
  }

  #perform(step: Step): void {
    const { clock, history, trace } = this.#world;
    this.#operations += 1;
    const id = `${this.name}-${this.#operations}`;
    const operation: Operation = {
      id,
      agent: this.name,
      kind: step.kind,
      queueId: step.queueId,
      askedAt: clock.now,
      answeredAt: null,
      outcome: { kind: "unknown" },
    };
    const path = `/tenants/${this.#options.tenantSlug}${step.path}`;
    const queued = this.#queue?.enqueue({
      method: step.method,
      path,
      body: { ...step.body, operation: id },
      label: id,
    });
    trace.add(this.name, `${id}: ${step.kind} ${step.path}`);
    if (!queued) return;
    history.operations.push(operation);
    this.#open.set(queued.id, operation);
  }

  /** What left the queue was done, unless it stands among the rejected. */
  #look(queue: CommandQueue): void {
    const { clock, trace } = this.#world;
    const { pending, rejected } = queue.get();
    for (const [id, operation] of this.#open) {
      if (pending.some((command) => command.id === id)) continue;
      const reason = rejected.find((command) => command.id === id)?.reason;
      this.#open.delete(id);
      operation.answeredAt = clock.now;
      operation.outcome =
        reason === undefined
          ? { kind: "accepted", epoch: null, seq: null, ticketId: null }
          : { kind: "refused", code: reason.code };
      trace.add(this.name, `${operation.id}: ${JSON.stringify(operation.outcome)}`);
    }
  }
}
