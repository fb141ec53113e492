/** An appointment booked or opened on this phone, with the capability that makes it ours. */
export interface KeptAppointment {
  readonly id: number;
  /** Empty where it was opened by a link without one. */
  readonly key: string;
  readonly shopSlug: string;
  /** Its time, ms since the epoch; 0 while not known. */
  readonly at: number;
}

const PLACE = "callnext.appointments";
const MOST = 20;

/** Appointments of this phone, the last opened first. */
export function keptAppointments(storage: Storage | null): readonly KeptAppointment[] {
  try {
    const value: unknown = JSON.parse(storage?.getItem(PLACE) ?? "[]");
    return Array.isArray(value) ? value.filter(isKept) : [];
  } catch {
    return [];
  }
}

/** Adds or renews one; what is known of it already stays where the new entry is silent. */
export function keepAppointment(storage: Storage | null, appointment: KeptAppointment): void {
  const kept = keptAppointments(storage);
  const before = kept.find(({ id }) => id === appointment.id);
  const merged: KeptAppointment = {
    id: appointment.id,
    key: appointment.key || before?.key || "",
    shopSlug: appointment.shopSlug || before?.shopSlug || "",
    at: appointment.at || before?.at || 0,
  };
  write(storage, [merged, ...kept.filter(({ id }) => id !== appointment.id)]);
}

export function forgetAppointment(storage: Storage | null, id: number): void {
  const kept = keptAppointments(storage);
  if (kept.some((each) => each.id === id))
    write(
      storage,
      kept.filter((each) => each.id !== id),
    );
}

function write(storage: Storage | null, appointments: readonly KeptAppointment[]): void {
  try {
    storage?.setItem(PLACE, JSON.stringify(appointments.slice(0, MOST)));
  } catch {
    // A phone that keeps nothing still has the private link and the cookie.
  }
}

function isKept(value: unknown): value is KeptAppointment {
  if (typeof value !== "object" || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  return (
    ["id", "at"].every((name) => typeof fields[name] === "number") &&
    ["key", "shopSlug"].every((name) => typeof fields[name] === "string")
  );
}
