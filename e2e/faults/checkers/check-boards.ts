import type { BoardFrame } from "../actors/board-client.ts";
import type { ShopLog } from "../oracle/shop-log.ts";
import { type Announcement, announcementsOf } from "./announcements-of.ts";

interface Message {
  readonly type: string;
  readonly seq?: number;
  readonly epoch?: string;
  readonly ticket?: { readonly id: string; readonly calls: number };
}

interface Read {
  readonly message: Message;
  readonly connection: number;
}

const nameOf = ({ ticketId, calls }: Pick<Announcement, "ticketId" | "calls">): string =>
  `${ticketId} call ${String(calls)}`;

/**
 * Reads one board's raw history again, beside the shop's log: after the `refresh` of its first connection it was told of
 * every call once, in order, and never sent to fetch everything anew instead.
 */
export function checkBoard(name: string, history: readonly BoardFrame[], log: ShopLog): readonly string[] {
  const frames = history.map(({ text, connection }) => ({
    message: JSON.parse(text) as Message,
    connection,
  }));
  const start = frames.find(({ message }) => message.type === "refresh")?.message.seq;
  if (start === undefined) return [`${name}: no refresh on connecting`];
  const due = announcementsOf(log).filter(({ seq }) => seq > start);
  const broken = [...checkCalls(frames, due), ...checkOrder(frames, log), ...checkKinds(frames, log)];
  return broken.map((what) => `${name}: ${what}`);
}

function checkCalls(frames: readonly Read[], due: readonly Announcement[]): readonly string[] {
  const told = new Map<string, number[]>();
  for (const { message } of frames) {
    if (message.type !== "ticket_called" || message.ticket === undefined) continue;
    const call = nameOf({ ticketId: message.ticket.id, calls: message.ticket.calls });
    told.set(call, [...(told.get(call) ?? []), message.seq ?? Number.NaN]);
  }
  const missed = due.filter((call) => !told.has(nameOf(call))).map((call) => `missed ${nameOf(call)}`);
  const seqs = new Map(due.map((call) => [nameOf(call), call.seq]));
  const others = [...told].flatMap(([call, at]) => {
    if (!seqs.has(call)) return [`told of ${call}, which never happened since it connected`];
    const twice = at.length > 1 ? [`told ${String(at.length)} times of ${call}`] : [];
    return at[0] === seqs.get(call) ? twice : [...twice, `told of ${call} at seq ${String(at[0])}`];
  });
  return [...missed, ...others];
}

function checkOrder(frames: readonly Read[], { epoch, seq: head }: ShopLog): readonly string[] {
  const broken: string[] = [];
  let last = 0;
  for (const { message } of frames) {
    if (message.epoch !== undefined && message.epoch !== epoch)
      broken.push(`a foreign epoch, ${message.epoch}`);
    if (message.seq === undefined) continue;
    if (message.seq <= last) broken.push(`seq ${String(message.seq)} after ${String(last)}`);
    if (message.seq > head) broken.push(`seq ${String(message.seq)} is above the log's ${String(head)}`);
    last = message.seq;
  }
  return broken;
}

/** The turn of the service day is the one thing here that asks a board to fetch everything anew. */
function checkKinds(frames: readonly Read[], { events }: ShopLog): readonly string[] {
  const turns = new Set(events.filter(({ type }) => type === "service-day-started").map(({ seq }) => seq));
  const refreshes = frames.filter(({ message }) => message.type === "refresh").slice(1);
  const unasked = refreshes.filter(({ message }) => !turns.has(message.seq ?? 0));
  const errors = frames.filter(({ message }) => message.type === "error");
  return [
    ...unasked.map(
      ({ connection }) => `a refresh instead of what it missed, on connection ${String(connection)}`,
    ),
    ...errors.map(({ connection }) => `an error frame, on connection ${String(connection)}`),
  ];
}
