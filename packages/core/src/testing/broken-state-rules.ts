import { isOpenTicket, occupiesCounter } from "../queue/ticket-status.ts";
import type { Queue } from "../queue/queue.ts";
import { KEPT_NO_SHOWS, type ShopState } from "../queue/shop.ts";
import type { Ticket, TicketId } from "../queue/ticket.ts";

const MINUTE = 60_000;

const lineFaults = (queue: Queue, tickets: readonly Ticket[]): string[] => {
  const waiting = tickets.filter((ticket) => ticket.status === "waiting" && ticket.queueId === queue.id);
  const faults: string[] = [];
  if (new Set(queue.line).size !== queue.line.length) faults.push(`O1: somebody stands twice in ${queue.id}`);
  if (waiting.some((ticket) => !queue.line.includes(ticket.id)) || waiting.length !== queue.line.length)
    faults.push(`O1: the line of ${queue.id} is not exactly those who wait`);
  for (const { id, place } of waiting)
    if (place !== null && queue.line[place - 1] !== id)
      faults.push(`O6: ${id} does not stand at its place ${place}`);
  return faults;
};

/** An ordinary ticket never stands behind one that joined more than the head start later, but for appointments that are due. */
const ageingFaults = (state: ShopState, queue: Queue): string[] => {
  if (queue.policy.kind !== "priority") return [];
  const headStart = [0, ...queue.policy.headStartMinutes] as const;
  const free = queue.line
    .flatMap((id) => state.tickets.get(id) ?? [])
    .filter((ticket) => ticket.place === null && ticket.due !== true);
  return free.flatMap((later, index) =>
    free
      .slice(index + 1)
      .filter((earlier) => later.joinedAt - earlier.joinedAt > headStart[later.priority] * MINUTE)
      .map((earlier) => `O3: ${later.id} passes ${earlier.id}, who came more than the head start before`),
  );
};

const counterFaults = (state: ShopState, tickets: readonly Ticket[]): string[] => {
  const atCounters = tickets.filter(occupiesCounter);
  const faults = atCounters
    .filter((ticket) => ticket.counterId === null || state.busy.get(ticket.counterId) !== ticket.id)
    .map((ticket) => `C1: ${ticket.id} is ${ticket.status}, but its counter does not know`);
  if (state.busy.size !== atCounters.length)
    faults.push("C1: a counter is busy with a ticket that is not at it");
  return faults;
};

const keepingFaults = (state: ShopState, ledger: ReadonlyMap<TicketId, Ticket>): string[] => {
  const faults: string[] = [];
  for (const ticket of ledger.values())
    if (isOpenTicket(ticket) && state.tickets.get(ticket.id) !== ticket)
      faults.push(`T1: ${ticket.id} is lost`);
  const onBoard = new Set([...state.queues.values()].flatMap((queue) => queue.recentCalls));
  let noShows = 0;
  for (const ticket of state.tickets.values()) {
    if (ledger.get(ticket.id) !== ticket) faults.push(`T1: ${ticket.id} was never issued like this`);
    if (isOpenTicket(ticket) || onBoard.has(ticket.id)) continue;
    if (ticket.status === "no_show" && ticket.serviceDay === state.serviceDay) noShows += 1;
    else faults.push(`F4: ${ticket.id} has ended and is kept for nothing`);
  }
  if (noShows > KEPT_NO_SHOWS) faults.push("F4: too many no-shows are kept");
  for (const id of onBoard) {
    const ticket = state.tickets.get(id);
    if (ticket === undefined || ticket.calledAt === null)
      faults.push(`C6: ${id} is on the board without a call`);
  }
  return faults;
};

/** What is wrong with a state, each with the id of the broken rule. The ledger holds the last form of every ticket issued. */
export const brokenStateRules = (state: ShopState, ledger: ReadonlyMap<TicketId, Ticket>): string[] => {
  const tickets = [...state.tickets.values()];
  const queues = [...state.queues.values()];
  return [
    ...queues.flatMap((queue) => lineFaults(queue, tickets)),
    ...queues.flatMap((queue) => ageingFaults(state, queue)),
    ...counterFaults(state, tickets),
    ...keepingFaults(state, ledger),
  ];
};
