import { isAcknowledged } from "../faults/actors/command-record.ts";
import type { BoardClient } from "../faults/actors/board-client.ts";
import type { Staff } from "../faults/actors/staff.ts";
import { eventually } from "../support/eventually.ts";

const SHOWN_WITHIN_MS = 15_000;

interface CallFrame {
  readonly type: string;
  readonly ticket?: { readonly id: string; readonly calls?: number };
}

export interface Served {
  readonly ticketId: string;
  /** From the click to the last of the boards. */
  readonly shownAfterMs: number;
}

/** Visitors come, are called and are done, one after the other; each call is awaited on every board. */
export async function serve(
  staff: Staff,
  queueId: string,
  boards: readonly BoardClient[],
  visitors: number,
): Promise<readonly Served[]> {
  const served: Served[] = [];
  for (let count = 0; count < visitors; count += 1) {
    await staff.issue(queueId);
    const record = await staff.callNext(queueId, "1");
    const ticketId = record.ticket?.id;
    if (!isAcknowledged(record) || ticketId === undefined)
      throw new Error(`The call was answered ${String(record.status)} (${String(record.code)})`);
    const what = `the call of ${record.ticket?.number ?? "a ticket"} on every board`;
    const arrivals = await eventually({ withinMs: SHOWN_WITHIN_MS, what }, () => {
      const found = boards.map((board) => callsOf(board, ticketId)[0]);
      return found.every((at) => at !== undefined) ? found : undefined;
    });
    served.push({ ticketId, shownAfterMs: Math.max(...arrivals) - record.sentAt });
    await staff.act("start", ticketId);
    await staff.act("complete", ticketId);
  }
  return served;
}

/** When this board was told of the calls of a ticket. */
export function callsOf(board: BoardClient, ticketId: string): readonly number[] {
  return board.history
    .filter(({ text }) => {
      const frame = JSON.parse(text) as CallFrame;
      return frame.type === "ticket_called" && frame.ticket?.id === ticketId;
    })
    .map(({ at }) => at);
}
