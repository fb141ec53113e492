import type { Logger } from "pino";
import type { Hint } from "./bus.ts";

/** Who wants to hear hints on this node; one that throws does not keep the others from hearing. */
export class HintListeners {
  readonly #listeners = new Set<(hint: Hint) => void>();
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  add(listener: (hint: Hint) => void): Disposable {
    const own = (hint: Hint): void => listener(hint);
    this.#listeners.add(own);
    return { [Symbol.dispose]: () => void this.#listeners.delete(own) };
  }

  tell(hint: Hint): void {
    for (const listener of this.#listeners) {
      try {
        listener(hint);
      } catch (error) {
        this.#log.error({ err: error }, "a hint's listener failed");
      }
    }
  }
}
