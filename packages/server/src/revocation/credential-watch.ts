import type { Timers } from "../stream/timers.ts";
import { withDeadline } from "../ws/with-deadline.ts";
import type { Credential, CredentialChecks } from "./credential.ts";

/**
 * With the age a remembered session may have when it opens a socket (`sessions.ts`) this is the longest that anything
 * revoked goes on receiving, whatever became of the notes between the nodes: under 2 s.
 */
const CHECK_EVERY_MS = 1_000;
const ANSWER_WITHIN_MS = 3_000;

/** Something open that stands on a credential. */
export interface Holder {
  readonly credential: Credential;
  /** What the credential allowed when it was opened. */
  readonly standing: string;
  end(): void;
}

export interface CredentialWatchOptions {
  readonly timers: Timers;
  readonly checks: CredentialChecks;
  /** All that is open just now. */
  readonly holders: () => readonly Holder[];
  readonly failed: (error: unknown) => void;
}

/**
 * Asks the database, once a second and in one question per kind, whether the credentials of all that is open still
 * hold as they did. While it cannot be asked nothing ends: screens mark themselves as out of date by then.
 */
export class CredentialWatch implements AsyncDisposable {
  readonly #options: CredentialWatchOptions;
  #next: Disposable | undefined;
  #checking: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(options: CredentialWatchOptions) {
    this.#options = options;
    this.#schedule();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopped = true;
    this.#next?.[Symbol.dispose]();
    await this.#checking;
  }

  #schedule(): void {
    if (this.#stopped) return;
    this.#next = this.#options.timers.after(CHECK_EVERY_MS, () => {
      this.#checking = this.#check().finally(() => this.#schedule());
    });
  }

  async #check(): Promise<void> {
    const byKind = Map.groupBy(this.#options.holders(), ({ credential }) => credential.kind);
    await Promise.all([...byKind].map(([kind, holders]) => this.#checkKind(kind, holders)));
  }

  async #checkKind(kind: Credential["kind"], holders: readonly Holder[]): Promise<void> {
    const { timers, checks, failed } = this.#options;
    const ids = [...new Set(holders.map(({ credential }) => credential.id))];
    try {
      const held = await withDeadline(timers, ANSWER_WITHIN_MS, checks[kind](ids));
      for (const holder of holders) if (held.get(holder.credential.id) !== holder.standing) holder.end();
    } catch (error) {
      failed(error);
    }
  }
}
