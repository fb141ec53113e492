import type { Queryable } from "./queryable.ts";
import type { IdempotencyClaim } from "./shop-runtime.ts";
import { claimName, type StoredAnswer } from "./stored-answer.ts";

export interface FoundAnswer {
  readonly bodyHash: string;
  readonly stored: StoredAnswer;
}

interface Row {
  readonly actor: string;
  readonly route: string;
  readonly key: string;
  readonly body_hash: string;
  readonly answer: StoredAnswer;
}

const TEXT = `select a.actor, a.route, a.key, a.body_hash, a.answer
  from unnest($2::text[], $3::text[], $4::text[]) as c(actor, route, key)
  join command_answers a on a.tenant_id = $1 and a.actor = c.actor and a.route = c.route and a.key = c.key`;

/** The answers already given under these keys, by `claimName`. */
export async function findAnswers(
  database: Queryable,
  tenantId: number,
  claims: readonly IdempotencyClaim[],
): Promise<ReadonlyMap<string, FoundAnswer>> {
  if (claims.length === 0) return new Map();
  const columns = [claims.map((c) => c.actor), claims.map((c) => c.route), claims.map((c) => c.key)];
  const answer = await database.query<Row>({
    name: "find-answers",
    text: TEXT,
    values: [tenantId, ...columns],
  });
  return new Map(
    answer.rows.map((row) => [claimName(row), { bodyHash: row.body_hash, stored: complete(row.answer) }]),
  );
}

/** An answer kept by an older version names no appointment. */
function complete(stored: StoredAnswer): StoredAnswer {
  return stored.ok
    ? { ok: true, answer: { ...stored.answer, appointment: stored.answer.appointment ?? null } }
    : stored;
}
