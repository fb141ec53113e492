import type { Selectable } from "kysely";
import type { Database } from "../storage/schema.ts";
import type { WaitingEntry } from "./waiting-entry.ts";

export type WaitingRow = Selectable<Database["waiting_list"]>;

export function entryOf(row: WaitingRow): WaitingEntry {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    shopId: row.shop_id,
    serviceId: row.service_id,
    providerId: row.provider_id,
    from: row.from_date,
    until: row.until_date,
    fromMinutes: row.from_minutes,
    untilMinutes: row.until_minutes,
    partySize: row.party_size,
    locale: row.locale,
    fullName: row.full_name,
    phone: row.phone,
    email: row.email,
    status: row.status,
    appointmentId: row.appointment_id,
    passed: row.passed,
    since: row.created_at.getTime(),
  };
}
