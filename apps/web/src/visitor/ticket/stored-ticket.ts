import type { TicketAnswer } from "../wire.ts";

export interface StoredTicket {
  readonly answer: TicketAnswer;
  /** When it was last proved, ms since the epoch. */
  readonly provedAt: number;
}

const keyOf = (id: string): string => `callnext.ticket.${id}`;

export function storeTicket(storage: Storage | null, stored: StoredTicket): void {
  try {
    storage?.setItem(keyOf(stored.answer.ticket_id), JSON.stringify({ version: 1, ...stored }));
  } catch {
    // A full storage costs the offline start, nothing else.
  }
}

export function storedTicket(storage: Storage | null, id: string): StoredTicket | null {
  try {
    const value: unknown = JSON.parse(storage?.getItem(keyOf(id)) ?? "null");
    return isStored(value) ? value : null;
  } catch {
    return null;
  }
}

export function forgetTicket(storage: Storage | null, id: string): void {
  try {
    storage?.removeItem(keyOf(id));
  } catch {
    // Nothing was kept then.
  }
}

function isStored(value: unknown): value is StoredTicket {
  if (typeof value !== "object" || value === null || !("version" in value) || value.version !== 1)
    return false;
  if (!("provedAt" in value) || typeof value.provedAt !== "number" || !("answer" in value)) return false;
  const { answer } = value;
  return (
    typeof answer === "object" &&
    answer !== null &&
    "number" in answer &&
    "native_status" in answer &&
    "shop_id" in answer
  );
}
