import type { Era, History, Operation } from "../history.ts";
import { WALK_INS_AHEAD } from "../plan/open-shop.ts";
import { type BookedTicket, TicketBook } from "./ticket-book.ts";
import type { Violation } from "./violation.ts";

const MINUTE = 60_000;
/** The second queue's head starts; the first one has none. */
const HEAD_START: Readonly<Record<string, readonly number[]>> = { "queue-b": [0, 10 * MINUTE, 30 * MINUTE] };

const first = (waiting: readonly BookedTicket[], queueId: string): BookedTicket | undefined => {
  const rank = ({ joinedAt, priority }: BookedTicket): number =>
    joinedAt - (HEAD_START[queueId]?.[priority] ?? 0);
  const [byPolicy] = waiting.toSorted((a, b) => rank(a) - rank(b) || a.entry - b.entry);
  const due = waiting.filter(({ isDue }) => isDue);
  const most = queueId === "queue-a" ? WALK_INS_AHEAD["queue-a"] : WALK_INS_AHEAD["queue-b"];
  const [earliest] = due.toSorted((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0) || a.entry - b.entry);
  const comesNow = byPolicy?.isDue === true || due.some(({ passedBy }) => passedBy.size >= most);
  return comesNow ? earliest : byPolicy;
};

interface Empty {
  readonly queueId: string;
  readonly from: number;
  to: number;
}

/** Walks an era's log: who was called, whether it was their turn, and when each queue stood empty. */
const walk = (
  era: Era,
  until: number,
  nextCalls: ReadonlyMap<number, Operation>,
): { faults: string[]; empty: Empty[] } => {
  const book = new TicketBook();
  const faults: string[] = [];
  const empty: Empty[] = [];
  const open = new Map<string, Empty>();
  const look = (at: number): void => {
    for (const queueId of ["queue-a", "queue-b"]) {
      const stretch = open.get(queueId);
      const isEmpty = book.waitingIn(queueId).length === 0;
      if (isEmpty && stretch === undefined) {
        const begun: Empty = { queueId, from: at, to: until };
        open.set(queueId, begun);
        empty.push(begun);
      } else if (!isEmpty && stretch !== undefined) {
        stretch.to = at;
        open.delete(queueId);
      }
    }
  };
  for (const { event, committedAt } of era.log) {
    if (event.type === "ticket-called") {
      const ticket = book.tickets.get(event.ticketId);
      if (ticket?.state !== "waiting")
        faults.push(`${event.ticketId} is called at ${event.seq} although it does not wait`);
      const queueId = nextCalls.get(event.seq)?.queueId;
      const due = queueId == null ? undefined : first(book.waitingIn(queueId), queueId);
      if (due !== undefined && due.id !== event.ticketId)
        faults.push(`${event.ticketId} is called at ${event.seq} before ${due.id}`);
    }
    book.take(event);
    look(Math.max(committedAt, era.beganAt));
  }
  return { faults, empty };
};

/** An answer given before a question was asked belongs before that question's answer. */
const orderFaults = (operations: readonly Operation[]): readonly string[] => {
  const answered = operations.flatMap((operation) => {
    const { outcome, answeredAt } = operation;
    return outcome.kind === "accepted" && outcome.seq !== null && answeredAt !== null
      ? [{ operation, epoch: outcome.epoch, seq: outcome.seq, answeredAt }]
      : [];
  });
  return answered.flatMap((earlier) =>
    answered
      .filter(
        (later) =>
          later.epoch === earlier.epoch &&
          earlier.answeredAt < later.operation.askedAt &&
          later.seq <= earlier.seq,
      )
      .map(
        (later) =>
          `${later.operation.id} was asked after ${earlier.operation.id} was answered, and stands before it`,
      ),
  );
};

/** P4: `call-next` is linearizable; nobody is called twice, and nobody before their turn. */
export const checkOneAgent = (history: History): readonly Violation[] => {
  const callNexts = history.operations.filter(({ kind }) => kind === "call-next");
  const byId = new Map(callNexts.map((operation) => [operation.id, operation]));
  const empty: Empty[] = [];
  const faults: string[] = [];
  for (const [index, era] of history.eras.entries()) {
    const nextCalls = new Map(
      history.effects.flatMap(({ operation, epoch, toSeq }) => {
        const callNext = epoch === era.epoch ? byId.get(operation) : undefined;
        return callNext === undefined ? [] : [[toSeq, callNext] as const];
      }),
    );
    const walked = walk(era, history.eras[index + 1]?.beganAt ?? Number.POSITIVE_INFINITY, nextCalls);
    faults.push(...walked.faults);
    empty.push(...walked.empty);
  }
  for (const { id, outcome, queueId, askedAt, answeredAt } of callNexts) {
    if (outcome.kind !== "refused" || outcome.code !== "queue-empty" || answeredAt === null) continue;
    const wasEmpty = empty.some(
      (each) => each.queueId === queueId && each.from <= answeredAt && each.to >= askedAt,
    );
    if (!wasEmpty) faults.push(`${id} was told that ${queueId} is empty, which it was not in that time`);
  }
  return [...faults, ...orderFaults(callNexts)].map((text) => ({ promise: "P4", text }));
};
