import type { AppointmentId } from "@callnext/core";
import { type Kysely, sql } from "kysely";
import type { Database } from "../../storage/schema.ts";

const DAY_MS = 24 * 3_600_000;
const PAST_DAYS = 7;
const MOST = 100;

export interface FoundAppointment {
  readonly id: AppointmentId;
  readonly shopId: number;
}

/** Those booked with this number, from a week ago on, in all shops that go by the phone number alone. */
export async function appointmentsOfPhone(
  db: Kysely<Database>,
  digits: string,
  now: number,
): Promise<readonly FoundAppointment[]> {
  const since = new Date(now - PAST_DAYS * DAY_MS);
  const { rows } = await sql<FoundAppointment>`
    select appointment_id as id, shop_id as "shopId"
    from appointments_of_phone(${digits}, ${since}, ${MOST})`.execute(db);
  return rows;
}
