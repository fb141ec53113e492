import type { Place } from "./place.ts";

const atOnce = (): Promise<void> => Promise.resolve();

/**
 * One visitor from the ticket to the end at this agent's counter, called once and recalled once on the way: five
 * commands, each after its `turn` has come.
 */
export async function serveVisitor(place: Place, agent: number, round: number, turn = atOnce): Promise<void> {
  const { staff } = place;
  const queueId = place.queueId(agent + round);
  await turn();
  await staff.issue(queueId);
  await turn();
  const { ticket } = await staff.callNext(queueId, String(agent + 1));
  // Another agent may have taken the last one.
  if (ticket === null) return;
  for (const kind of ["recall", "start", "complete"] as const) {
    await turn();
    await staff.act(kind, ticket.id);
  }
}
