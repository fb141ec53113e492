import type { StaffQueue, StaffView } from "@callnext/protocol";
import { freePrefix } from "./free-prefix.ts";
import { draftOf as policyDraft, type PolicyDraft, policyOf } from "./policy-draft.ts";

/** A queue as its form holds it. */
export interface QueueDraft {
  readonly name: string;
  readonly prefix: string;
  readonly policy: PolicyDraft;
  readonly capacity: string;
  readonly service_ids: readonly number[];
  readonly target: string;
  readonly rank: string;
  /** Walk-ins before an appointment that is due; empty: as if it had joined at its time. */
  readonly ahead: string;
}

/** The queue's own values, or sensible ones for a new queue of that shop. */
export function draftOf(queue: StaffQueue | null, view: StaffView): QueueDraft {
  const used = Object.values(view.queues).filter((each) => !each.archived);
  return {
    name: queue?.name ?? "",
    prefix: queue?.prefix ?? freePrefix(used.map((each) => each.prefix)),
    policy: policyDraft(queue?.policy ?? { kind: "fifo" }),
    capacity: queue?.capacity == null ? "" : String(queue.capacity),
    service_ids: queue?.service_ids ?? [],
    target: String(queue?.target_wait_minutes ?? 20),
    rank: String(queue?.rank ?? used.length + 1),
    ahead: queue === null ? "1" : String(queue.walk_ins_ahead ?? ""),
  };
}

export function bodyOf(draft: QueueDraft): Record<string, unknown> {
  return {
    name: draft.name,
    prefix: draft.prefix,
    policy: policyOf(draft.policy),
    capacity: draft.capacity === "" ? null : Number(draft.capacity),
    service_ids: draft.service_ids,
    target_wait_minutes: Number(draft.target),
    rank: Number(draft.rank),
    walk_ins_ahead: draft.ahead === "" ? null : Number(draft.ahead),
  };
}
