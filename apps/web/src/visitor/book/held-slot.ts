import type { HoldAnswer } from "@callnext/protocol";

/** A time that is kept for this page while its form is open. */
export interface HeldSlot {
  readonly id: number;
  /** Proves that it is ours. */
  readonly key: string;
  /** By this phone's clock, ms since the epoch: the server's clock may say something else. */
  readonly until: number;
  readonly serviceId: number;
  /** As wished; null: anyone. */
  readonly wished: string | null;
  readonly providerName: string;
  readonly start: string;
  readonly end: string;
}

export function heldSlot(
  { hold, appointment_key }: HoldAnswer,
  wished: string | null,
  until: number,
): HeldSlot {
  return {
    id: hold.id,
    key: appointment_key,
    until,
    serviceId: hold.service_id,
    wished,
    providerName: hold.provider_name,
    start: hold.appointment_time,
    end: hold.end_time,
  };
}

const placeOf = (slug: string): string => `callnext.hold.${slug}`;

/** Keeps it over a reload of this tab: without it the visitor would find the own time taken. */
export function keepHeld(storage: Storage | null, slug: string, held: HeldSlot | null): void {
  try {
    if (held === null) storage?.removeItem(placeOf(slug));
    else storage?.setItem(placeOf(slug), JSON.stringify(held));
  } catch {
    // It then runs out by itself.
  }
}

/** What was kept and has not run out. */
export function keptHeld(storage: Storage | null, slug: string, now: number): HeldSlot | null {
  try {
    const value: unknown = JSON.parse(storage?.getItem(placeOf(slug)) ?? "null");
    return isHeld(value) && value.until > now ? value : null;
  } catch {
    return null;
  }
}

function isHeld(value: unknown): value is HeldSlot {
  if (typeof value !== "object" || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  return (
    ["id", "until", "serviceId"].every((name) => typeof fields[name] === "number") &&
    ["key", "providerName", "start", "end"].every((name) => typeof fields[name] === "string") &&
    (fields["wished"] === null || typeof fields["wished"] === "string")
  );
}
