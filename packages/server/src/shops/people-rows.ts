import type { AppointmentId, TicketId } from "@callnext/core";
import type { Booker, Person } from "./shop-runtime.ts";

export interface PersonRow {
  readonly ticket_id: TicketId;
  readonly full_name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

export interface BookerRow {
  readonly appointment_id: AppointmentId;
  readonly full_name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly notes: string | null;
}

const person = (row: Omit<PersonRow, "ticket_id">): Person => ({
  fullName: row.full_name,
  phone: row.phone,
  email: row.email,
});

export function peopleFrom(rows: readonly PersonRow[]): ReadonlyMap<TicketId, Person> {
  return new Map(rows.map((row) => [row.ticket_id, person(row)]));
}

export function bookersFrom(rows: readonly BookerRow[]): ReadonlyMap<AppointmentId, Booker> {
  return new Map(rows.map((row) => [row.appointment_id, { ...person(row), notes: row.notes }]));
}
