import { createHmac, timingSafeEqual } from "node:crypto";
import type { KeyRing } from "./key-ring.ts";

/** What a visitor's link or cookie proves: that this ticket is theirs. */
export interface TicketKeys {
  of(ticketId: string): string;
  fits(ticketId: string, key: string): boolean;
}

export function createTicketKeys(ring: Pick<KeyRing, "current" | "accepted">): TicketKeys {
  return {
    of: (ticketId) => sign(ring.current.bytes, ticketId),
    fits(ticketId, key) {
      const given = Buffer.from(key);
      return ring.accepted.some(({ bytes }) => {
        const right = Buffer.from(sign(bytes, ticketId));
        return given.length === right.length && timingSafeEqual(given, right);
      });
    },
  };
}

function sign(key: Buffer, ticketId: string): string {
  return createHmac("sha256", key).update(`ticket:${ticketId}`).digest("base64url");
}
