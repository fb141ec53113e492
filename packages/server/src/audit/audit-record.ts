import { createHash } from "node:crypto";
import type { AuditActor } from "./audit-entry.ts";
import { canonicalJson } from "./canonical-json.ts";

/** One entry as it stands in its chain. */
export interface AuditRecord {
  readonly seq: number;
  readonly tenantId: number | null;
  /** ms since the epoch. */
  readonly at: number;
  readonly actor: AuditActor;
  readonly action: string;
  readonly subject: string | null;
  readonly shopId: number | null;
  /** Shortened to its network. */
  readonly ip: string | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

/** The text that an entry's hash is made of, beside its seq and the hash before it. */
export function recordText(record: Omit<AuditRecord, "seq">): string {
  const { tenantId, at, actor, action, subject, shopId, ip, detail } = record;
  return canonicalJson({ tenantId, at, actor, action, subject, shopId, ip, detail });
}

/** As `audit_append` in the database makes it. */
export function recordHash(previous: Buffer, seq: number, text: string): Buffer {
  return createHash("sha256").update(previous).update(`\n${seq}\n${text}`, "utf8").digest();
}
