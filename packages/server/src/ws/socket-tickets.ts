import { randomBytes } from "node:crypto";
import type { Timers } from "../stream/timers.ts";
import type { SocketSession } from "./socket-dependencies.ts";

const LIFE_MS = 30_000;
const MOST = 10_000;

/** One-use tickets (`?ticket=`) that carry a session over to a socket, where a browser can set no header. */
export interface SocketTickets {
  issue(session: SocketSession): { readonly ticket: string; readonly expiresInSeconds: number };
  /** The ticket's session, the first time and within its life; else null. */
  redeem(ticket: string): SocketSession | null;
}

export function createSocketTickets(timers: Timers): SocketTickets {
  const open = new Map<string, { session: SocketSession; expiresAt: number }>();
  const dropExpired = (now: number): void => {
    // Insertion order is expiry order: the life is the same for all.
    for (const [ticket, { expiresAt }] of open) {
      if (expiresAt > now && open.size <= MOST) return;
      open.delete(ticket);
    }
  };
  return {
    issue(session) {
      const now = timers.now();
      const ticket = randomBytes(32).toString("base64url");
      open.set(ticket, { session, expiresAt: now + LIFE_MS });
      dropExpired(now);
      return { ticket, expiresInSeconds: LIFE_MS / 1000 };
    },
    redeem(ticket) {
      const found = open.get(ticket);
      open.delete(ticket);
      return found !== undefined && found.expiresAt > timers.now() ? found.session : null;
    },
  };
}
