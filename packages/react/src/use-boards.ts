import type { TopicState } from "@callnext/client";
import type { BoardsView } from "@callnext/protocol";
import { useTopic } from "./use-topic.ts";

/** Which of a shop's boards are there and can be heard, and which calls they have shown; for its staff. */
export function useBoards(shopId: number | null): TopicState<BoardsView> {
  return useTopic<BoardsView>(shopId === null ? null : `shop:${shopId}:boards`);
}
