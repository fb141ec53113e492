import type { BoardFacts } from "./board-facts.ts";

interface Stored {
  readonly version: 1;
  readonly provedAt: number;
  readonly facts: BoardFacts;
}

const keyOf = (displayId: string): string => `callnext.board.${displayId}`;

/** What this board showed last, for a start without a server. Storage may be forbidden or full: then it goes without. */
export function storeBoard(
  storage: Storage | null,
  displayId: string,
  facts: BoardFacts,
  provedAt: number,
): void {
  const stored: Stored = { version: 1, provedAt, facts };
  try {
    storage?.setItem(keyOf(displayId), JSON.stringify(stored));
  } catch {
    // Nothing depends on it.
  }
}

export function forgetBoard(storage: Storage | null, displayId: string): void {
  try {
    storage?.removeItem(keyOf(displayId));
  } catch {
    // Where nothing may be touched, nothing was kept.
  }
}

export function storedBoard(
  storage: Storage | null,
  displayId: string,
): { facts: BoardFacts; provedAt: number } | null {
  try {
    const value: unknown = JSON.parse(storage?.getItem(keyOf(displayId)) ?? "null");
    return isStored(value) ? { facts: value.facts, provedAt: value.provedAt } : null;
  } catch {
    return null;
  }
}

function isStored(value: unknown): value is Stored {
  if (typeof value !== "object" || value === null || !("version" in value) || value.version !== 1)
    return false;
  if (!("provedAt" in value) || typeof value.provedAt !== "number" || !("facts" in value)) return false;
  const facts = value.facts;
  return (
    typeof facts === "object" &&
    facts !== null &&
    "settings" in facts &&
    "tickets" in facts &&
    "queues" in facts
  );
}
