import type { Cursor, UpFrame } from "@callnext/protocol";

/** `board`: a display's topic is followed as this board. */
export const subscribeFrame = (topic: string, have: Cursor | null, board: string | undefined): UpFrame => ({
  type: "subscribe",
  topic,
  ...(have ? { have } : {}),
  ...(board && topic.slice(0, 8) === "display:" ? { board } : {}),
});
