import type { ShopEvent } from "./events.ts";

/** One kind of event. */
export type EventOf<Type extends ShopEvent["type"]> = Extract<ShopEvent, { readonly type: Type }>;
