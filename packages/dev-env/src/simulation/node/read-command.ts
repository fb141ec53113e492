import type { Command } from "@callnext/core";
import { readAppointmentCommand, readWantedSlot } from "./read-appointment-command.ts";

/** The body of a command; `operation` is the agent's own name for what it does. */
export interface CommandBody {
  readonly operation: string;
  readonly priority?: 0 | 1 | 2;
  readonly counter?: string;
  readonly queue_id?: string;
  readonly ticket_id?: string;
  readonly position?: number;
  readonly id?: number;
  readonly start?: number;
  readonly provider_id?: string | null;
  readonly service_id?: number;
}

/** What is new gets its id here. */
export interface NewIds {
  readonly newId: () => string;
  readonly newAppointmentId: () => number;
}

/** The routes that need a ticket and nothing else. */
const PLAIN = {
  recall: "recall-ticket",
  retract: "retract-call",
  start: "start-service",
  complete: "complete-ticket",
  "no-show": "mark-no-show",
  hold: "hold-ticket",
  return: "return-ticket",
  cancel: "cancel-ticket",
} as const;

const isPlain = (action: string): action is keyof typeof PLAIN => Object.hasOwn(PLAIN, action);

const aboutQueue = (
  queueId: string,
  action: string,
  body: CommandBody,
  newId: () => string,
): Command | undefined => {
  if (action === "call-next") return { type: "call-next", queueId, counter: body.counter ?? "" };
  if (action === "order") {
    const { ticket_id: ticketId = "", position: place = 1 } = body;
    return { type: "place-ticket", queueId, ticketId, place, seenSeq: null };
  }
  if (action !== "tickets") return undefined;
  const priority = body.priority ?? 0;
  return {
    type: "issue-ticket",
    ticketId: newId(),
    queueId,
    serviceId: null,
    priority,
    partySize: 1,
    locale: null,
  };
};

const aboutTicket = (ticketId: string, action: string, body: CommandBody): Command | undefined => {
  if (isPlain(action)) return { type: PLAIN[action], ticketId };
  if (action === "call") return { type: "call-ticket", ticketId, counter: body.counter ?? "" };
  if (action === "resume") return { type: "resume-ticket", ticketId, counter: null };
  if (action === "transfer") return { type: "transfer-ticket", ticketId, queueId: body.queue_id ?? "" };
  return undefined;
};

/** The command behind a route of the native API; undefined for a path that is none. */
export const readCommand = (
  path: string,
  body: CommandBody,
  { newId, newAppointmentId }: NewIds,
): Command | undefined => {
  const [, group, id = "", action = ""] =
    /^\/api\/v1\/tenants\/[a-z-]+\/([a-z]+)\/([^/]+)\/([a-z-]+)$/.exec(path) ?? [];
  switch (group) {
    case "queues":
      return aboutQueue(id, action, body, newId);
    case "tickets":
      return aboutTicket(id, action, body);
    case "shops":
      return readWantedSlot(action, body, newAppointmentId);
    case "appointments":
      return readAppointmentCommand(Number(id), action, body, newId);
    case "displays":
      return action === "refresh" ? { type: "refresh-display", displayId: id } : undefined;
    default:
      return undefined;
  }
};
