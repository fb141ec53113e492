import type { StaffView } from "@callnext/protocol";
import { lineOf } from "./line-of.ts";

/**
 * Of the queues an agent serves, the one whose first in line has waited longest; null where nobody waits.
 * Within a queue the policy decides who is first; between queues nobody's wait is forgotten.
 */
export function nextQueue(view: StaffView, served: readonly string[]): string | null {
  let best: { readonly queueId: string; readonly since: string } | null = null;
  for (const queueId of served) {
    const first = lineOf(view, queueId)[0];
    if (first !== undefined && (best === null || first.created_at < best.since))
      best = { queueId, since: first.created_at };
  }
  return best?.queueId ?? null;
}
