/** A ticket taken on this phone, with the capability that makes it ours. */
export interface KeptTicket {
  readonly id: string;
  /** Empty where the ticket was opened by a link without one. */
  readonly key: string;
  readonly shopSlug: string;
  readonly takenAt: number;
}

const PLACE = "callnext.tickets";
const MOST = 20;

/** Tickets of this phone, newest first. */
export function keptTickets(storage: Storage | null): readonly KeptTicket[] {
  try {
    const value: unknown = JSON.parse(storage?.getItem(PLACE) ?? "[]");
    return Array.isArray(value) ? value.filter(isKept) : [];
  } catch {
    return [];
  }
}

/** Adds or renews a ticket; what is known of it already stays where the new entry is silent. */
export function keepTicket(storage: Storage | null, ticket: KeptTicket): void {
  const others = keptTickets(storage);
  const before = others.find(({ id }) => id === ticket.id);
  const merged: KeptTicket = {
    ...ticket,
    key: ticket.key === "" ? (before?.key ?? "") : ticket.key,
    shopSlug: ticket.shopSlug === "" ? (before?.shopSlug ?? "") : ticket.shopSlug,
    takenAt: before?.takenAt ?? ticket.takenAt,
  };
  try {
    storage?.setItem(
      PLACE,
      JSON.stringify([merged, ...others.filter(({ id }) => id !== ticket.id)].slice(0, MOST)),
    );
  } catch {
    // A phone that keeps nothing still has the private link and the cookie.
  }
}

function isKept(value: unknown): value is KeptTicket {
  if (typeof value !== "object" || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  return (
    ["id", "key", "shopSlug"].every((name) => typeof fields[name] === "string") &&
    typeof fields["takenAt"] === "number"
  );
}
