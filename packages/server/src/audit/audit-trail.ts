import { type Kysely, sql } from "kysely";
import type { Database } from "../storage/schema.ts";
import type { AuditEntry } from "./audit-entry.ts";
import { recordText } from "./audit-record.ts";
import { shortenedIp } from "./shortened-ip.ts";

/** The append-only record of who did what that matters for security and privacy: one hash chain per organisation. */
export interface AuditTrail {
  /**
   * Resolves when the entry is committed; throws where it cannot be. It takes a connection of its own, so never
   * call it from inside a transaction.
   */
  note(entry: AuditEntry): Promise<void>;
}

export function createAuditTrail(db: Kysely<Database>, now: () => number): AuditTrail {
  return {
    async note({ tenantId, actor, action, subject, shopId, ip, detail = {} }) {
      const text = recordText({
        tenantId,
        at: Math.trunc(now()),
        actor,
        action,
        subject,
        shopId,
        ip: shortenedIp(ip),
        detail,
      });
      await sql`select audit_append(${tenantId}::integer, ${text})`.execute(db);
    },
  };
}
