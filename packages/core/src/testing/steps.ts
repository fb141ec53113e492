import type { Actor } from "../queue/actor.ts";
import type { Command } from "../queue/commands.ts";
import { emptyShop } from "../queue/empty-shop.ts";
import type { QueueConfig } from "../queue/queue.ts";
import type { Refusal } from "../queue/refusals.ts";
import type { Shop, ShopState } from "../queue/shop.ts";
import type { Priority, Ticket, TicketId } from "../queue/ticket.ts";
import type { Instant } from "../queue/time.ts";
import { testQueueConfig, testShop } from "./fixtures.ts";
import type { PlainTicketCommand } from "./plain-ticket-command.ts";
import { type Run, runCommands, type Step } from "./run-commands.ts";

export const MINUTE = 60_000;

/** Sunday 2026-11-22, 08:00 in Dakar and in UTC. */
export const MORNING: Instant = Date.UTC(2026, 10, 22, 8);

/** A shop with these queues, `queue-a` alone unless told otherwise, at 08:00. */
export const shopWith = (
  queues: readonly Partial<QueueConfig>[] = [{}],
  shop: Partial<Shop> = {},
): ShopState =>
  runCommands(
    emptyShop(testShop(shop), MORNING),
    queues.map((queue) => ({ command: { type: "configure-queue", queue: testQueueConfig(queue) } })),
  ).state;

export interface Joining {
  readonly queueId?: string;
  readonly priority?: Priority;
  /** Minutes after 08:00. */
  readonly minute?: number;
  readonly serviceId?: number;
  readonly by?: Actor;
}

export const join = (ticketId: TicketId, joining: Joining = {}): Step => ({
  command: {
    type: "issue-ticket",
    ticketId,
    queueId: joining.queueId ?? "queue-a",
    serviceId: joining.serviceId ?? null,
    priority: joining.priority ?? 0,
    partySize: 1,
    locale: null,
  },
  now: joining.minute === undefined ? undefined : MORNING + joining.minute * MINUTE,
  by: joining.by,
});

export const joinAll = (...ids: readonly TicketId[]): Step[] => ids.map((id) => join(id));

export const at = (minute: number, command: Command, by?: Actor): Step => ({
  command,
  now: MORNING + minute * MINUTE,
  by,
});

export const next = (counter: string, queueId = "queue-a"): Step => ({
  command: { type: "call-next", queueId, counter },
});

/** A command that needs a ticket and nothing else. */
export const on = (ticketId: TicketId, type: PlainTicketCommand, by?: Actor): Step => ({
  command: { type, ticketId },
  by,
});

export const call = (ticketId: TicketId, counter: string): Step => ({
  command: { type: "call-ticket", ticketId, counter },
});

export const transfer = (ticketId: TicketId, queueId: string): Step => ({
  command: { type: "transfer-ticket", ticketId, queueId },
});

export const place = (ticketId: TicketId, toPlace: number, seenSeq: number | null = null): Step => ({
  command: { type: "place-ticket", queueId: "queue-a", ticketId, place: toPlace, seenSeq },
});

export const lineOf = (run: Pick<Run, "state">, queueId = "queue-a"): readonly TicketId[] | undefined =>
  run.state.queues.get(queueId)?.line;

/** Throws where no such ticket was ever issued. */
export const ticketIn = (run: Run, id: TicketId): Ticket => {
  const ticket = run.ledger.get(id);
  if (ticket === undefined) throw new Error(`No ticket ${id} in this run.`);
  return ticket;
};

/** Why the last step changed nothing; undefined where it was accepted. */
export const lastRefusal = (run: Run): Refusal | undefined => {
  const last = run.taken.at(-1)?.decision;
  return last === undefined || last.ok ? undefined : last.refusal;
};
