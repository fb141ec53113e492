import type { Place } from "./place.ts";

/** One visitor from the ticket to the end at this agent's counter, called once and recalled once on the way: five commands. */
export async function serveVisitor(place: Place, agent: number, turn: number): Promise<void> {
  const { staff } = place;
  const queueId = place.queueId(agent + turn);
  await staff.issue(queueId);
  const { ticket } = await staff.callNext(queueId, String(agent + 1));
  // Another agent may have taken the last one.
  if (ticket === null) return;
  await staff.act("recall", ticket.id);
  await staff.act("start", ticket.id);
  await staff.act("complete", ticket.id);
}
