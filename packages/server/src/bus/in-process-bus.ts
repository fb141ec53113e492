import type { Logger } from "pino";
import type { Bus } from "./bus.ts";
import { HintListeners } from "./hint-listeners.ts";

/** For nodes of one process (tests, and a server that is known to be alone). */
export function createInProcessBus(log: Logger): Bus {
  const listeners = new HintListeners(log);
  return {
    publish: (shopId, seq) => queueMicrotask(() => listeners.tell({ shopId, seq })),
    subscribe: (listener) => listeners.add(listener),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
