import { BATCH, MAILBOX, MAILBOX_WAIT_MS } from "./limits.ts";
import type { CommandOutcome, Submission } from "./shop-runtime.ts";

/** A command and whoever waits for what becomes of it. */
export interface Waiting {
  readonly submission: Submission;
  readonly resolve: (outcome: CommandOutcome) => void;
  readonly reject: (error: unknown) => void;
}

interface Entry extends Waiting {
  readonly timer: NodeJS.Timeout;
}

/** One shop's line of waiting commands: bounded in length and in time, so that a hot shop harms no other. */
export class Mailbox {
  readonly #entries = new Set<Entry>();

  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  post(submission: Submission): Promise<CommandOutcome> {
    if (this.#entries.size >= MAILBOX) return Promise.resolve({ ok: false, refusal: { code: "too-busy" } });
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#entries.delete(entry);
        resolve({ ok: false, refusal: { code: "too-busy" } });
      }, MAILBOX_WAIT_MS);
      const entry: Entry = { submission, resolve, reject, timer };
      this.#entries.add(entry);
    });
  }

  /** The next batch, in order of arrival; its commands no longer run out of time. */
  take(): readonly Waiting[] {
    const batch: Entry[] = [];
    for (const entry of this.#entries) {
      if (batch.length === BATCH) break;
      clearTimeout(entry.timer);
      this.#entries.delete(entry);
      batch.push(entry);
    }
    return batch;
  }
}
