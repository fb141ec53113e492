import { type Kysely, sql } from "kysely";
import type { AppointmentId } from "@callnext/core";
import type { Database } from "./schema.ts";

/** An id that no appointment of this server has, drawn before the command that makes it. */
export async function nextAppointmentId(db: Kysely<Database>): Promise<AppointmentId> {
  const answer = await sql<{ id: number }>`select nextval('appointment_ids') as id`.execute(db);
  const id = answer.rows[0]?.id;
  if (id === undefined) throw new Error("nextval always answers");
  return id;
}
