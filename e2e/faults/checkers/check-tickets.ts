import type { LoggedEvent, ShopLog } from "../oracle/shop-log.ts";

/** What each event makes of its ticket, and what the ticket must have been before. */
const STEPS: Readonly<Record<string, { readonly from: readonly string[]; readonly to: string }>> = {
  "ticket-called": { from: ["waiting"], to: "called" },
  "ticket-recalled": { from: ["called"], to: "called" },
  "service-started": { from: ["called"], to: "serving" },
  "ticket-completed": { from: ["serving"], to: "completed" },
  "ticket-transferred": { from: ["waiting", "called", "serving"], to: "waiting" },
  "ticket-cancelled": { from: ["waiting", "called"], to: "cancelled" },
};
const ENDED = ["completed", "cancelled"];
const DIGITS = 3;

/** A ticket as `GET …/state` tells it. */
export interface ToldTicket {
  readonly id: string;
  readonly number: string;
  readonly status: string;
}

/** Numbers are 1, 2, 3 … in each queue, no ticket was called twice, and the rows and the told state are what the stream comes to. */
export function checkTickets(log: ShopLog, told: readonly ToldTicket[]): readonly string[] {
  const { statuses, broken } = replay(log.events);
  return [...checkNumbers(log), ...broken, ...checkRows(log, statuses), ...checkTold(log, told, statuses)];
}

function replay(events: readonly LoggedEvent[]): { statuses: ReadonlyMap<string, string>; broken: string[] } {
  const statuses = new Map<string, string>();
  const broken: string[] = [];
  for (const { type, seq, body } of events) {
    const id = String(body["ticketId"]);
    const before = statuses.get(id);
    const step = STEPS[type];
    if (type === "ticket-issued") statuses.set(id, "waiting");
    if (step === undefined) continue;
    if (before === undefined || !step.from.includes(before))
      broken.push(`${type} at seq ${String(seq)} of ${id}, which was ${before ?? "not there"}`);
    statuses.set(id, step.to);
  }
  return { statuses, broken };
}

function checkNumbers({ events }: ShopLog): readonly string[] {
  const issued = Map.groupBy(
    events.filter(({ type }) => type === "ticket-issued"),
    ({ body }) => String(body["queueId"]),
  );
  const seen = new Set<string>();
  const broken: string[] = [];
  for (const [queueId, inQueue] of issued) {
    inQueue.forEach(({ body }, index) => {
      const number = String(body["number"]);
      if (number.replace(/^\D+/, "") !== String(index + 1).padStart(DIGITS, "0"))
        broken.push(`ticket ${String(index + 1)} of queue ${queueId} is ${number}`);
      if (seen.has(number)) broken.push(`${number} was given twice`);
      seen.add(number);
    });
  }
  return broken;
}

function checkRows({ tickets }: ShopLog, statuses: ReadonlyMap<string, string>): readonly string[] {
  const rows = new Map(tickets.map((row) => [row.id, row.status]));
  const wrong = [...statuses].flatMap(([id, status]) =>
    rows.get(id) === status ? [] : [`${id} is ${status}, its row says ${rows.get(id) ?? "nothing"}`],
  );
  const strange = tickets
    .filter(({ id }) => !statuses.has(id))
    .map(({ id }) => `a row for ${id}, never issued`);
  return [...wrong, ...strange];
}

/** Open tickets must be told; of the ended ones the state still tells a few. */
function checkTold(
  log: ShopLog,
  told: readonly ToldTicket[],
  statuses: ReadonlyMap<string, string>,
): readonly string[] {
  const numbers = new Map(log.tickets.map(({ id, number }) => [id, number]));
  const byId = new Map(told.map((ticket) => [ticket.id, ticket]));
  const missing = [...statuses]
    .filter(([id, status]) => !ENDED.includes(status) && !byId.has(id))
    .map(([id, status]) => `${id}, ${status}, is not in the state that the server tells`);
  const wrong = told
    .filter(({ id, status, number }) => statuses.get(id) !== status || numbers.get(id) !== number)
    .map(({ id, status, number }) => `${id} is told as ${number}, ${status}`);
  return [...missing, ...wrong];
}
