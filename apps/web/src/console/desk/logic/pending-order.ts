/** An order the agent has asked for and the server has not shown yet. */
export interface PendingOrder {
  readonly order: readonly string[];
  /** The shop's seq after the change, once the server has answered. */
  readonly settledAt: number | null;
}

/** Shows the asked order over the newest known line: who left is gone, who came stands at the end. */
export function overlay(
  line: readonly string[],
  pending: PendingOrder | null,
  seq: number,
): readonly string[] {
  if (pending === null || isSettled(pending, seq)) return line;
  const present = new Set(line);
  const asked = new Set(pending.order);
  return [...pending.order.filter((id) => present.has(id)), ...line.filter((id) => !asked.has(id))];
}

/** The live view has reached the answer, so that it speaks for itself. */
export function isSettled(pending: PendingOrder, seq: number): boolean {
  return pending.settledAt !== null && seq >= pending.settledAt;
}
