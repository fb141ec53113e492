import type { TopicState } from "@callnext/client";
import type { DisplayView } from "@callnext/protocol";
import { useEffect } from "react";
import { useConnection } from "./use-connection.ts";
import { useTopic } from "./use-topic.ts";

/** What one board shows. Its console line is the one that the display document tells people to look for. */
export function useDisplay(displayId: string | null): TopicState<DisplayView> {
  const state = useTopic<DisplayView>(displayId === null ? null : `display:${displayId}`);
  const { kind } = useConnection();
  useEffect(() => {
    // oxlint-disable-next-line no-console -- documented: "[Display] WebSocket connected"
    if (kind === "live" && displayId !== null) console.info("[Display] WebSocket connected");
  }, [kind, displayId]);
  return state;
}
