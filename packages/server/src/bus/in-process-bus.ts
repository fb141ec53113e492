import type { Logger } from "pino";
import type { Bus, Hint } from "./bus.ts";
import { Listeners } from "./listeners.ts";

/** For nodes of one process (tests, and a server that is known to be alone). */
export function createInProcessBus(log: Logger): Bus {
  const hints = new Listeners<Hint>(log);
  const notes = new Listeners<string>(log);
  return {
    publish: (shopId, seq) => queueMicrotask(() => hints.tell({ shopId, seq })),
    subscribe: (listener) => hints.add(listener),
    tell: (note) => queueMicrotask(() => notes.tell(note)),
    hear: (listener) => notes.add(listener),
    up: () => true,
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
