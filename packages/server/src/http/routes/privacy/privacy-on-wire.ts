import type { HeldVisit } from "../../../privacy/people-search.ts";
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
