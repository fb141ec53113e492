import type { Logger } from "pino";

/** Who wants to hear of something on this node; one that throws does not keep the others from hearing. */
export class Listeners<Message> {
  readonly #listeners = new Set<(message: Message) => void>();
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  add(listener: (message: Message) => void): Disposable {
    const own = (message: Message): void => listener(message);
    this.#listeners.add(own);
    return { [Symbol.dispose]: () => void this.#listeners.delete(own) };
  }

  tell(message: Message): void {
    for (const listener of this.#listeners) {
      try {
        listener(message);
      } catch (error) {
        this.#log.error({ err: error }, "a listener of the bus failed");
      }
    }
  }
}
