import type { Command, TicketId, TicketStatus } from "@callnext/core";
import type { BatchPlan, Result } from "./plan-batch.ts";
import type { Queryable } from "./queryable.ts";
import type { Submission } from "./shop-runtime.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TEXT = `select id, status from tickets where shop_id = $1 and not live and id = any($2::uuid[])`;

interface Row {
  readonly id: TicketId;
  readonly status: TicketStatus;
}

/**
 * The live state lets go of most ended tickets, so the rules do not know them. Whoever still names one is
 * told how it ended instead of that it never was.
 */
export async function tellEnded(
  database: Queryable,
  shopId: number,
  plan: BatchPlan,
  submissions: readonly Submission[],
): Promise<BatchPlan> {
  const ids = plan.results.map(unknownTicket).filter((id) => id !== undefined);
  if (ids.length === 0) return plan;
  const answer = await database.query<Row>({ name: "ended-tickets", text: TEXT, values: [shopId, ids] });
  // A ticket that ended in this very batch is not stored yet.
  const statuses = new Map([...plan.tickets.values(), ...answer.rows].map(({ id, status }) => [id, status]));
  const results = plan.results.map((result, index) => {
    const id = unknownTicket(result);
    const status = id === undefined ? undefined : statuses.get(id);
    const command = submissions[index]?.command;
    if (id === undefined || status === undefined || command === undefined) return result;
    return wrongState(id, status, command);
  });
  return { ...plan, results };
}

function unknownTicket(result: Result): TicketId | undefined {
  if (result.kind !== "decided" || result.stored.ok) return undefined;
  const { refusal } = result.stored;
  return refusal.code === "ticket-not-found" && UUID.test(refusal.ticketId) ? refusal.ticketId : undefined;
}

/** The steps' names as the rules say them in `wrong-state`, where they are not the command's first word. */
const STEPS: Partial<Record<Command["type"], string>> = {
  "mark-no-show": "no-show",
  "confirm-presence": "confirm-presence",
};

function wrongState(ticketId: TicketId, status: TicketStatus, command: Pick<Command, "type">): Result {
  const wanted = STEPS[command.type] ?? command.type.split("-")[0] ?? command.type;
  const refusal = { code: "wrong-state", ticketId, status, wanted } as const;
  return { kind: "decided", stored: { ok: false, refusal } };
}
