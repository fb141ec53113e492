import type { ShopEvent } from "../queue/events.ts";
import { isOpenTicket } from "../queue/ticket-status.ts";
import type { Ticket, TicketStatus } from "../queue/ticket.ts";
import { REFUSAL_CODES } from "./refusal-codes.ts";
import type { Taken } from "./run-commands.ts";

const NEXT: Readonly<Record<TicketStatus, readonly TicketStatus[]>> = {
  waiting: ["called", "cancelled"],
  called: ["serving", "no_show", "cancelled", "waiting"],
  serving: ["completed", "on_hold", "waiting"],
  on_hold: ["serving", "waiting"],
  no_show: ["waiting"],
  completed: [],
  cancelled: [],
};

const MAY_DO_NOTHING = ["start-service-day", "keep-time"];

const BACK = ["call-retracted", "ticket-returned"];

/** How far a place given by hand may have grown: at all by another hand, by one where a placed ticket comes back. */
const growthAllowed = (events: readonly ShopEvent[], before: Taken["before"]): number => {
  if (events.some((event) => event.type === "ticket-placed")) return Infinity;
  const backs = events.filter((event) => BACK.includes(event.type) && "ticketId" in event);
  return backs.some((event) => "ticketId" in event && before.tickets.get(event.ticketId)?.place !== null)
    ? 1
    : 0;
};

const ticketFaults = (was: Ticket, is: Ticket, growth: number): string[] => {
  const faults: string[] = [];
  if (is.status !== was.status && !NEXT[was.status].includes(is.status))
    faults.push(`T2: ${is.id} goes from ${was.status} to ${is.status}`);
  if (is.number !== was.number || is.joinedAt !== was.joinedAt || is.entry !== was.entry)
    faults.push(`T3: ${is.id} loses its number or seniority`);
  if (is.calls < was.calls || is.calls > was.calls + 1) faults.push(`C5: the calls of ${is.id} jump`);
  if (is.place !== null && was.place !== null && was.status === "waiting" && is.place > was.place + growth)
    faults.push(`O7: ${is.id} goes back from place ${was.place} to ${is.place}`);
  if (isOpenTicket(is) !== (is.outcome === null))
    faults.push(`T4: ${is.id} is ${is.status} with ${is.outcome}`);
  return faults;
};

/** What is wrong with one step, each with the id of the broken rule. */
export const brokenStepRules = ({ decision, events, before, after, step }: Taken): string[] => {
  const faults: string[] = [];
  if (!decision.ok) {
    if (!REFUSAL_CODES.has(decision.refusal.code))
      faults.push(`R1: unknown refusal ${decision.refusal.code}`);
    if (after !== before) faults.push("R2: a refusal changed something");
  } else if (events.length === 0 && !MAY_DO_NOTHING.includes(step.command.type))
    faults.push("R3: nothing happened");
  const growth = growthAllowed(events, before);
  for (const was of before.tickets.values()) {
    const is = after.tickets.get(was.id);
    if (is !== undefined) faults.push(...ticketFaults(was, is, growth));
  }
  for (const event of events)
    if (event.type === "ticket-called" && before.tickets.get(event.ticketId)?.status !== "waiting")
      faults.push(`C2: ${event.ticketId} is called though it does not wait`);
  if (after.at < before.at || after.serviceDay < before.serviceDay) faults.push("D1: time goes back");
  if (after.seq !== before.seq + events.length) faults.push("F1: seq does not count the events");
  return faults;
};
