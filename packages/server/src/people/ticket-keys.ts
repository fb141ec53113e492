import { createHmac, timingSafeEqual } from "node:crypto";

/** What a visitor's link or cookie proves: that this ticket is theirs. */
export interface TicketKeys {
  of(ticketId: string): string;
  fits(ticketId: string, key: string): boolean;
}

export function createTicketKeys(signingKey: Buffer): TicketKeys {
  const of = (ticketId: string): string =>
    createHmac("sha256", signingKey).update(`ticket:${ticketId}`).digest("base64url");
  return {
    of,
    fits(ticketId, key) {
      const right = Buffer.from(of(ticketId));
      const given = Buffer.from(key);
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}
