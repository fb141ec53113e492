import type { Kysely, Selectable } from "kysely";
import type { Database } from "../storage/schema.ts";
import { type AuditRecord, recordHash, recordText } from "./audit-record.ts";

/** What a look along a chain found. `intact` up to and with entry `to`. */
export type Verification =
  | { readonly state: "intact"; readonly from: number; readonly to: number; readonly hash: string }
  /** Intact so far; go on after `to`. */
  | { readonly state: "unfinished"; readonly from: number; readonly to: number; readonly hash: string }
  | { readonly state: "broken"; readonly at: number; readonly why: BreakReason };

/** An entry is missing, does not follow from the one before, is not what was written; or the end was cut off. */
export type BreakReason = "missing" | "unlinked" | "altered" | "cut-off";

const PAGE = 1_000;

/**
 * Recomputes the hashes of at most `most` entries after `after` (from the anchor on where it is null), against the
 * head. The caller's scope decides which chains can be read at all. Null: the chain has no entry yet.
 */
export async function verifyChain(
  db: Kysely<Database>,
  tenantId: number | null,
  look: Look,
): Promise<Verification | null> {
  const chain = tenantId ?? 0;
  for (let head = await headOf(db, chain); head !== undefined;) {
    const found = await lookAlong(db, head, look);
    if (found.state !== "broken") return found;
    // The oldest entries may have been let go meanwhile, which is no break.
    const now = await headOf(db, chain);
    if (now?.anchor_seq === head.anchor_seq) return found;
    head = now;
  }
  return null;
}

interface Look {
  readonly after: number | null;
  readonly most: number;
}

type Head = Selectable<Database["audit_heads"]>;

async function headOf(db: Kysely<Database>, chain: number): Promise<Head | undefined> {
  return await db.selectFrom("audit_heads").selectAll().where("chain", "=", chain).executeTakeFirst();
}

async function lookAlong(db: Kysely<Database>, head: Head, { after, most }: Look): Promise<Verification> {
  const { chain } = head;
  const start = after === null || after <= head.anchor_seq ? null : await hashOf(db, chain, after);
  if (start === undefined) return { state: "broken", at: after ?? 0, why: "missing" };
  let seq = start === null ? head.anchor_seq : (after ?? 0);
  let hash = start ?? head.anchor_hash;
  const from = seq + 1;
  const last = Math.min(head.seq, seq + most);
  while (seq < last) {
    const rows = await pageOf(db, chain, seq, Math.min(PAGE, last - seq));
    if (rows.length === 0) return { state: "broken", at: seq + 1, why: "cut-off" };
    for (const row of rows) {
      const why = flawOf(row, seq + 1, hash);
      if (why !== null) return { state: "broken", at: seq + 1, why };
      seq = row.seq;
      hash = row.hash;
    }
  }
  if (seq === head.seq && !hash.equals(head.hash)) return { state: "broken", at: seq, why: "cut-off" };
  return { state: seq < head.seq ? "unfinished" : "intact", from, to: seq, hash: hash.toString("hex") };
}

type Row = Selectable<Database["audit_log"]>;

async function hashOf(db: Kysely<Database>, chain: number, seq: number): Promise<Buffer | undefined> {
  const query = db.selectFrom("audit_log").select("hash").where("chain", "=", chain).where("seq", "=", seq);
  return (await query.executeTakeFirst())?.hash;
}

async function pageOf(db: Kysely<Database>, chain: number, after: number, limit: number): Promise<Row[]> {
  return await db
    .selectFrom("audit_log")
    .selectAll()
    .where("chain", "=", chain)
    .where("seq", ">", after)
    .orderBy("seq")
    .limit(limit)
    .execute();
}

function flawOf(row: Row, seq: number, previous: Buffer): BreakReason | null {
  if (row.seq !== seq) return "missing";
  if (!row.prev_hash.equals(previous)) return "unlinked";
  return recordHash(previous, seq, recordText(recordOf(row))).equals(row.hash) ? null : "altered";
}

export function recordOf(row: Row): AuditRecord {
  return {
    seq: row.seq,
    tenantId: row.tenant_id,
    at: row.at.getTime(),
    actor: { kind: row.actor_kind, id: row.actor_id },
    action: row.action,
    subject: row.subject,
    shopId: row.shop_id,
    ip: row.ip,
    detail: row.detail,
  };
}
