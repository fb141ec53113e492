import { type CommandKind, type CommandRecord, isAcknowledged } from "../actors/command-record.ts";
import type { LoggedEvent, ShopLog } from "../oracle/shop-log.ts";

const EVENT_OF: Readonly<Record<CommandKind, string>> = {
  issue: "ticket-issued",
  "call-next": "ticket-called",
  recall: "ticket-recalled",
  start: "service-started",
  complete: "ticket-completed",
  transfer: "ticket-transferred",
  cancel: "ticket-cancelled",
};

const TICKET_EVENTS = new Set(Object.values(EVENT_OF));
const ticketOf = ({ body }: LoggedEvent): string => String(body["ticketId"]);

/**
 * Holds what the senders know against the database: each acknowledged command is there once and at the seq it was told,
 * nothing is there that nobody asked for, and the stream has no gap. Every command must have had its answer.
 */
export function checkCommands(records: readonly CommandRecord[], log: ShopLog): readonly string[] {
  return [
    ...checkStream(log),
    ...checkAnswers(records, log),
    ...checkEffects(records, log),
    ...checkTwins(records),
  ];
}

function checkStream({ events, seq: head }: ShopLog): readonly string[] {
  const broken = events.flatMap(({ seq }, index) =>
    seq === index + 1 ? [] : [`the log holds seq ${String(seq)} in place ${String(index + 1)}`],
  );
  const last = events.at(-1)?.seq ?? 0;
  return last === head
    ? broken
    : [...broken, `the shop is at seq ${String(head)}, its log at ${String(last)}`];
}

function checkAnswers(records: readonly CommandRecord[], { events }: ShopLog): readonly string[] {
  const bySeq = new Map(events.map((event) => [event.seq, event]));
  return records.flatMap((record) => {
    const { kind, key, seq, ticket, status } = record;
    const name = `${kind} ${key}`;
    if (status === 0) return [`${name} never got an answer`];
    if (!isAcknowledged(record)) return [];
    const event = bySeq.get(seq ?? 0);
    if (event === undefined) return [`${name} was acknowledged at seq ${String(seq)}, which is not there`];
    if (event.type !== EVENT_OF[kind] || ticketOf(event) !== ticket?.id)
      return [`${name} was acknowledged at seq ${String(seq)}, where ${event.type} of ${ticketOf(event)} is`];
    const number = event.body["number"];
    return kind === "issue" && number !== ticket.number
      ? [`${name} was told ${ticket.number}, the log says ${String(number)}`]
      : [];
  });
}

function checkEffects(records: readonly CommandRecord[], { events }: ShopLog): readonly string[] {
  const claims = new Map<number, string[]>();
  for (const { seq, key, status } of records) {
    if (seq === null || status >= 300) continue;
    claims.set(seq, [...(claims.get(seq) ?? []), key]);
  }
  const unasked = events
    .filter(({ seq, type }) => TICKET_EVENTS.has(type) && !claims.has(seq))
    .map(({ seq, type }) => `${type} at seq ${String(seq)} belongs to no acknowledged command: done twice`);
  const shared = [...claims]
    .filter(([, keys]) => keys.length > 1)
    .map(([seq, keys]) => `seq ${String(seq)} was told to ${keys.join(" and ")}`);
  return [...unasked, ...shared];
}

/** P2: the same key is the same answer, also for two requests at once. */
function checkTwins(records: readonly CommandRecord[]): readonly string[] {
  return records
    .filter(({ twin, status, seq }) => twin !== null && (twin.status !== status || twin.seq !== seq))
    .map(({ kind, key }) => `${kind} ${key} got two answers under one key`);
}
