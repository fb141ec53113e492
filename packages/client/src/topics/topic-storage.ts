import type { Environment, KeyValueStore } from "../environment/environment.ts";
import { Timer } from "../environment/timer.ts";
import { readStoredView, storedViewKey, type StoredView } from "./stored-view.ts";
import type { Held } from "./take-frame.ts";
import { LOAD_WITHIN_MS, SAVE_EVERY_MS } from "./timing.ts";

const ignore = (): undefined => undefined;

/** Keeps the newest view of one topic between sessions. A store that fails is as good as none. */
export class TopicStorage {
  wasLoaded: boolean;
  private readonly key: string;
  private readonly name: string;
  private readonly store: KeyValueStore | null;
  private readonly environment: Environment;
  private readonly saveTimer: Timer;
  private pending: StoredView | null = null;

  constructor(name: string, environment: Environment, store: KeyValueStore | null) {
    this.name = name;
    this.key = storedViewKey(name);
    this.store = store;
    this.environment = environment;
    this.saveTimer = new Timer(environment);
    this.wasLoaded = store === null;
  }

  load(): Promise<{ held: Held; provedAt: number } | null> {
    const { store } = this;
    if (!store) return Promise.resolve(null);
    return new Promise((resolve) => {
      const deadline = new Timer(this.environment);
      const done = (value: unknown): void => {
        deadline.stop();
        this.wasLoaded = true;
        resolve(readStoredView(this.name, value));
      };
      deadline.start(LOAD_WITHIN_MS, () => done(null));
      store.get(this.key).then(done, () => done(null));
    });
  }

  save(held: Held, provedAt: number): void {
    if (!this.store || !held.view) return;
    this.pending = { epoch: held.epoch, to: held.seq, view: held.view, proved_at: provedAt };
    if (!this.saveTimer.running) this.saveTimer.start(SAVE_EVERY_MS, () => this.flush());
  }

  flush(): void {
    this.saveTimer.stop();
    const { pending } = this;
    this.pending = null;
    if (pending && this.store) this.store.set(this.key, pending).catch(ignore);
  }

  erase(): void {
    this.saveTimer.stop();
    this.pending = null;
    if (this.store) this.store.delete(this.key).catch(ignore);
  }
}
