import type { TopicState } from "@callnext/client";
import type { PublicView } from "@callnext/protocol";
import { useTopic } from "./use-topic.ts";

/** What anyone in the room may know of a shop: numbers and their order. */
export function usePublicShop(shopId: number | null): TopicState<PublicView> {
  return useTopic<PublicView>(shopId === null ? null : `shop:${shopId}:public`);
}
