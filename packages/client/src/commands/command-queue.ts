import type { CallnextClient, Readable } from "../contract.ts";
import type { Environment, KeyValueStore } from "../environment/environment.ts";
import { Source } from "../environment/source.ts";
import { Timer } from "../environment/timer.ts";
import { CallnextError } from "../http/callnext-error.ts";
import { randomKey } from "../http/random-key.ts";
import type { Command, CommandQueueState, QueuedCommand, RejectedCommand } from "./command.ts";
import { commandIsExpired, readStoredCommands } from "./stored-commands.ts";

export interface CommandQueue extends Readable<CommandQueueState> {
  /** Null where the queue is full: say so, and do not pretend. */
  enqueue(command: Command): QueuedCommand | null;
  /** Takes back a command that was not sent yet. False where it is under way or gone. */
  withdraw(id: string): boolean;
  /** The person has read why it was refused. */
  dismiss(id: string): void;
  /** Try now instead of at the next pause's end. */
  flush(): void;
  close(): void;
}

export interface CommandQueueOptions {
  readonly client: Pick<CallnextClient, "request" | "connection">;
  readonly environment: Environment;
  readonly store?: KeyValueStore;
  /** Distinguishes the queues of several tenants in one browser. */
  readonly name?: string;
}

const MOST_PENDING = 200;
const MOST_REJECTED = 200;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
const EMPTY: CommandQueueState = { pending: [], rejected: [], sending: false };

class StoredCommandQueue implements CommandQueue {
  private readonly source = new Source<CommandQueueState>(EMPTY);
  private readonly options: CommandQueueOptions;
  private readonly key: string;
  private readonly timer: Timer;
  private readonly stops: readonly (() => void)[];
  private readonly loaded: Promise<void>;
  private writes: Promise<void> = Promise.resolve();
  private failures = 0;
  private closed = false;

  constructor(options: CommandQueueOptions) {
    this.options = options;
    this.key = `callnext.commands.${options.name ?? "default"}`;
    this.timer = new Timer(options.environment);
    this.loaded = this.load();
    this.stops = [
      options.environment.onWake(() => this.flush()),
      options.client.connection.subscribe(() => {
        if (options.client.connection.get().kind === "live") this.flush();
      }),
    ];
  }

  get(): CommandQueueState {
    return this.source.get();
  }

  subscribe(listener: () => void): () => void {
    return this.source.subscribe(listener);
  }

  enqueue(command: Command): QueuedCommand | null {
    const { pending, rejected } = this.get();
    if (this.closed || pending.length >= MOST_PENDING || rejected.length >= MOST_REJECTED) return null;
    const { environment } = this.options;
    const queued = {
      ...command,
      id: randomKey(() => environment.random()),
      queuedAt: environment.now(),
      sent: false,
    };
    this.change({ pending: [...pending, queued] });
    void this.sendNext();
    return queued;
  }

  withdraw(id: string): boolean {
    const { pending } = this.get();
    const index = pending.map((command) => command.id).indexOf(id);
    if (index < 0 || pending[index]?.sent !== false) return false;
    this.change({ pending: pending.filter((command) => command.id !== id) });
    return true;
  }

  dismiss(id: string): void {
    this.change({ rejected: this.get().rejected.filter((command) => command.id !== id) });
  }

  flush(): void {
    this.timer.stop();
    void this.sendNext();
  }

  close(): void {
    this.closed = true;
    this.timer.stop();
    for (const stop of this.stops) stop();
  }

  private async load(): Promise<void> {
    const { store } = this.options;
    if (!store) return;
    const stored = readStoredCommands(await store.get(this.key).catch(() => undefined));
    const { pending, rejected } = this.get();
    // What an earlier session left goes first.
    this.source.set({
      ...this.get(),
      pending: [...stored.pending, ...pending],
      rejected: [...stored.rejected, ...rejected],
    });
    void this.sendNext();
  }

  private async sendNext(): Promise<void> {
    await this.loaded;
    const first = this.get().pending[0];
    if (!first || this.get().sending || this.closed || this.timer.running) return;
    if (commandIsExpired(first, this.options.environment.now())) {
      this.reject(first, {
        status: 0,
        code: "command-expired",
        detail: "Too old to be sent: it might take effect twice",
      });
      return this.sendNext();
    }
    this.change({ sending: true, pending: [{ ...first, sent: true }, ...this.get().pending.slice(1)] });
    // On disk before it is on the wire: after a crash it goes out again with the same key.
    await this.writes;
    try {
      await this.options.client.request(first.method, first.path, first.body, { idempotencyKey: first.id });
      this.failures = 0;
      this.change({ sending: false, pending: this.get().pending.slice(1) });
    } catch (error) {
      this.source.set({ ...this.get(), sending: false });
      if (!(error instanceof CallnextError) || error.undecided) {
        this.failures += 1;
        this.pause();
        return;
      }
      this.failures = 0;
      this.reject(first, { status: error.status, code: error.code, detail: error.detail });
    }
    return this.sendNext();
  }

  private pause(): void {
    if (this.closed) return;
    const window = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(this.failures, 10));
    this.timer.start(window * (0.5 + this.options.environment.random() / 2), () => void this.sendNext());
  }

  private reject(command: QueuedCommand, reason: RejectedCommand["reason"]): void {
    const { pending, rejected } = this.get();
    this.change({
      pending: pending.filter(({ id }) => id !== command.id),
      rejected: [...rejected, { ...command, reason }],
    });
  }

  private change(change: Partial<CommandQueueState>): void {
    this.source.set({ ...this.get(), ...change });
    const { store } = this.options;
    if (!store) return;
    const write = (): Promise<void> => {
      const { pending, rejected } = this.get();
      return store.set(this.key, { pending, rejected }).catch(() => undefined);
    };
    const earlier = this.writes;
    this.writes = this.loaded.then(() => earlier).then(write);
  }
}

/** Commands given while the server is away: shown, sent in order, each taking effect once, none lost silently. */
export function createCommandQueue(options: CommandQueueOptions): CommandQueue {
  return new StoredCommandQueue(options);
}
