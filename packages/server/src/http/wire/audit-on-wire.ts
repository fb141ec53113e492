import type { auditBodies } from "@callnext/protocol";
import type { AuditRow } from "../../audit/read-audit.ts";

/** Of an event's body the plain facts that nothing else of the line says: whole documents stay in the shop's own log. */
export function auditOnWire(row: AuditRow): auditBodies.AuditLine {
  const source = row.log === 0 ? "audit" : "desk";
  return {
    id: `${source}:${row.shop}:${row.seq}`,
    source,
    at: new Date(row.at).toISOString(),
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    action: row.action,
    subject: row.subject,
    subject_name: row.subject_name,
    shop_id: row.shop_id,
    shop_name: row.shop_name,
    ip: row.ip,
    detail: Object.fromEntries(Object.entries(row.detail).flatMap(source === "desk" ? eventFact : plainFact)),
  };
}

type Fact = string | number | boolean | null;

function eventFact(fact: readonly [string, unknown]): readonly (readonly [string, Fact])[] {
  const [name, value] = fact;
  const isSaid = name.endsWith("Id") || ["type", "number", "sequence"].includes(name);
  return isSaid || value === null ? [] : plainFact(fact);
}

function plainFact([name, value]: readonly [string, unknown]): readonly (readonly [string, Fact])[] {
  const isPlain = value === null || ["string", "number", "boolean"].includes(typeof value);
  return isPlain ? [[name, value as Fact]] : [];
}
