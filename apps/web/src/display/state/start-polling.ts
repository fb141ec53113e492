import type { CallnextClient } from "@callnext/client";
import { errorCode } from "../../pages-shared/error-code.ts";
import { type BoardFault, faultOfCode } from "./board-fault.ts";
import type { PolledBoard } from "./facts-from-poll.ts";

export interface Polling {
  readonly client: Pick<CallnextClient, "request">;
  readonly displayId: string;
  /** Known from the view or from an earlier answer; null: ask the server whose board this is. */
  readonly tenantSlug: () => string | null;
  readonly everySeconds: () => number;
  /** `startedAt`: the answer proves the state at that moment, not later. */
  readonly onAnswer: (answer: PolledBoard, startedAt: number) => void;
  readonly onFault: (fault: BoardFault, at: number) => void;
}

const GIVE_UP_AFTER_MS = 6_000;

/** Asks for the board's content again and again, one request at a time; a failure changes nothing. Returns the way to stop. */
export function startPolling(polling: Polling): () => void {
  let stopped = false;
  let timer = 0;
  let slug: string | null = null;

  const round = async (): Promise<void> => {
    const startedAt = Date.now();
    try {
      slug = polling.tenantSlug() ?? slug ?? (await ownerOf(polling));
      const path = `/public/tenants/${encodeURIComponent(slug)}/displays/${encodeURIComponent(polling.displayId)}/tickets/`;
      const answer = await polling.client.request<PolledBoard>("GET", path, undefined, {
        timeoutMs: GIVE_UP_AFTER_MS,
      });
      if (!stopped) polling.onAnswer(answer, startedAt);
    } catch (error) {
      const fault = faultOfCode(errorCode(error));
      if (!stopped && fault !== null) polling.onFault(fault, startedAt);
      // The tenant may have been known wrongly, from a store of long ago.
      if (fault === "unknown") slug = null;
    }
  };
  const loop = (): void => {
    void round().then(() => {
      if (!stopped) timer = window.setTimeout(loop, Math.max(1, polling.everySeconds()) * 1_000);
    });
  };
  loop();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

async function ownerOf({ client, displayId }: Polling): Promise<string> {
  const path = `/public/displays/${encodeURIComponent(displayId)}`;
  const answer = await client.request<{ tenant_slug: string }>("GET", path, undefined, {
    timeoutMs: GIVE_UP_AFTER_MS,
  });
  return answer.tenant_slug;
}
