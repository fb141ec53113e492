import type { TopicState } from "@callnext/client";
import type { StaffView } from "@callnext/protocol";
import { useTopic } from "./use-topic.ts";

/** Everything live in a shop, for its staff. */
export function useQueue(shopId: number | null): TopicState<StaffView> {
  return useTopic<StaffView>(shopId === null ? null : `shop:${shopId}:staff`);
}
