import type { HeldAppointment } from "../../../privacy/appointments-search.ts";
import type { HeldVisit } from "../../../privacy/people-search.ts";
import type { HeldWaiting } from "../../../privacy/waiting-search.ts";
import { isOpenEntry } from "../../../waiting-list/waiting-entry.ts";
import type { PrivacyRun } from "../../../privacy/privacy-run.ts";

export function runOnWire(run: PrivacyRun) {
  return {
    started_at: run.started_at.toISOString(),
    finished_at: run.finished_at?.toISOString() ?? null,
    cutoff: run.cutoff.toISOString(),
    retention_days: run.retention_days,
    erased: run.erased,
    audit_pruned: run.audit_pruned,
    oldest_left: run.oldest_left?.toISOString() ?? null,
    verified: run.verified,
  };
}

export function visitOnWire(visit: HeldVisit) {
  return {
    ticket_id: visit.ticketId,
    number: visit.number,
    service_day: visit.serviceDay,
    shop_id: visit.shopId,
    shop_name: visit.shopName,
    status: visit.status,
    joined_at: visit.joinedAt.toISOString(),
    person: visit.held ? { full_name: visit.fullName, phone: visit.phone, email: visit.email } : null,
  };
}

export function appointmentMatch(found: HeldAppointment) {
  const { fullName, phone, email, notes } = found;
  return {
    appointment_id: found.id,
    day: found.day,
    shop_id: found.shopId,
    shop_name: found.shopName,
    status: found.status,
    appointment_time: found.startsAt.toISOString(),
    booked_at: found.bookedAt.toISOString(),
    person: found.held ? { full_name: fullName, phone, email, notes } : null,
  };
}

export function waitingMatch({ entry, shopName }: HeldWaiting) {
  const { fullName, phone, email } = entry;
  return {
    waiting_id: entry.id,
    shop_id: entry.shopId,
    shop_name: shopName,
    status: entry.status,
    from: entry.from,
    until: entry.until,
    joined_at: new Date(entry.since).toISOString(),
    person: isOpenEntry(entry) ? { full_name: fullName, phone, email } : null,
  };
}
