import { createHmac, timingSafeEqual } from "node:crypto";
import type { AppointmentId } from "@callnext/core";
import type { KeyRing } from "./key-ring.ts";

/** What a visitor's link or cookie proves: that this ticket is theirs. */
export type TicketKeys = VisitorKeys<string>;
/** The same of an appointment, which a held slot is, too. */
export type AppointmentKeys = VisitorKeys<AppointmentId>;

/** The same of an entry of the waiting list. */
export type WaitingKeys = VisitorKeys<string>;

interface VisitorKeys<Id> {
  of(id: Id): string;
  fits(id: Id, key: string): boolean;
}

type Ring = Pick<KeyRing, "current" | "accepted">;

export function createTicketKeys(ring: Ring): TicketKeys {
  return createKeys(ring, "ticket");
}

export function createAppointmentKeys(ring: Ring): AppointmentKeys {
  return createKeys(ring, "appointment");
}

export function createWaitingKeys(ring: Ring): WaitingKeys {
  return createKeys(ring, "waiting");
}

function createKeys<Id extends string | number>(ring: Ring, kind: string): VisitorKeys<Id> {
  const sign = (key: Buffer, id: Id): string =>
    createHmac("sha256", key).update(`${kind}:${id}`).digest("base64url");
  return {
    of: (id) => sign(ring.current.bytes, id),
    fits(id, key) {
      const given = Buffer.from(key);
      return ring.accepted.some(({ bytes }) => {
        const right = Buffer.from(sign(bytes, id));
        return given.length === right.length && timingSafeEqual(given, right);
      });
    },
  };
}
