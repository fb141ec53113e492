import { randomUUID } from "node:crypto";
import type { RedisChannel } from "./open-channels.ts";

/** What begins like this is neither hint nor note. */
const ECHO = "?";

/**
 * Asks whether what is published comes back on every channel. That finds what an answer to a ping does not: a
 * subscription that was lost, a right to publish that was taken away.
 */
export class Echoes {
  readonly #text = `${ECHO}${randomUUID()}`;
  readonly #missing = new Set<string>();
  #complete: (() => void) | undefined;

  /** Resolves when all have come back. */
  async all(channels: readonly RedisChannel[]): Promise<void> {
    const complete = Promise.withResolvers<void>();
    this.#complete = complete.resolve;
    for (const { name } of channels) this.#missing.add(name);
    await Promise.all(channels.map((channel) => channel.publish(this.#text)));
    await complete.promise;
  }

  /** Whether this text was an echo, this node's or another's. */
  take(channel: string, text: string): boolean {
    if (!text.startsWith(ECHO)) return false;
    if (text === this.#text && this.#missing.delete(channel) && this.#missing.size === 0) this.#complete?.();
    return true;
  }
}
