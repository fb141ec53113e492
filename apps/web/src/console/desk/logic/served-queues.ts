import type { StaffQueue, StaffView } from "@callnext/protocol";

/** Queues in use, in the shop's order. */
export function queuesOf(view: StaffView): readonly StaffQueue[] {
  return Object.values(view.queues)
    .filter((queue) => !queue.archived)
    .toSorted((a, b) => a.rank - b.rank || a.prefix.localeCompare(b.prefix));
}

/** Ids of the chosen queues that still exist; all of them where none was chosen or none is left. */
export function servedQueues(view: StaffView, chosen: readonly string[] | null): readonly string[] {
  const all = queuesOf(view).map((queue) => queue.id);
  const kept = all.filter((id) => chosen?.includes(id));
  return kept.length === 0 ? all : kept;
}
