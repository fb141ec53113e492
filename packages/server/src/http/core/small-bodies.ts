import type { App } from "./app-types.ts";

/** More than anything takes that a stranger may send. */
const MOST_OF_STRANGERS_BYTES = 16 * 1024;

/** Routes without a gate read less than those behind one, unless they say otherwise. */
export function limitStrangersBodies(app: App): void {
  app.addHook("onRoute", (route) => {
    const kind = route.config?.authorisation?.kind;
    if (kind === "public" || kind === "inside") route.bodyLimit ??= MOST_OF_STRANGERS_BYTES;
  });
}
