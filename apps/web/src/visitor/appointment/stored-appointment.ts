import type { OwnAppointment } from "@callnext/protocol";

export interface StoredAppointment {
  readonly answer: OwnAppointment;
  /** When it was last proved, ms since the epoch. */
  readonly provedAt: number;
}

const placeOf = (id: number): string => `callnext.appointment.${id}`;

/** For a start without network: when and where, without the person. */
export function storeAppointment(storage: Storage | null, { answer, provedAt }: StoredAppointment): void {
  const appointment = {
    ...answer.appointment,
    full_name: null,
    phone_number: null,
    email: null,
    notes: null,
  };
  try {
    storage?.setItem(
      placeOf(appointment.id),
      JSON.stringify({ version: 1, provedAt, answer: { ...answer, appointment } }),
    );
  } catch {
    // A full storage costs the offline start, nothing else.
  }
}

export function storedAppointment(storage: Storage | null, id: number): StoredAppointment | null {
  try {
    const value: unknown = JSON.parse(storage?.getItem(placeOf(id)) ?? "null");
    return isStored(value) ? value : null;
  } catch {
    return null;
  }
}

export function forgetStored(storage: Storage | null, id: number): void {
  try {
    storage?.removeItem(placeOf(id));
  } catch {
    // Nothing was kept then.
  }
}

function isStored(value: unknown): value is StoredAppointment {
  if (typeof value !== "object" || value === null || !("version" in value) || value.version !== 1)
    return false;
  if (!("provedAt" in value) || typeof value.provedAt !== "number" || !("answer" in value)) return false;
  const { answer } = value;
  return (
    typeof answer === "object" &&
    answer !== null &&
    ["appointment", "shop", "tenant", "can"].every((name) => name in answer)
  );
}
