import { randomBytes } from "node:crypto";
import type { SocketSession } from "../socket-dependencies.ts";
import type { SocketTickets } from "../socket-tickets.ts";

export interface MemoryTickets extends SocketTickets {
  issue(session: SocketSession): string;
}

/** One-use tickets for sockets that run without a database. */
export function memoryTickets(): MemoryTickets {
  const open = new Map<string, SocketSession>();
  return {
    issue(session) {
      const ticket = randomBytes(32).toString("base64url");
      open.set(ticket, session);
      return ticket;
    },
    redeem(ticket) {
      const session = open.get(ticket) ?? null;
      open.delete(ticket);
      return Promise.resolve(session);
    },
  };
}
