import type pg from "pg";
import { createSignsOfLife } from "../../devices/signs-of-life.ts";
import type { Standings } from "../../revocation/credential.ts";
import type { Integration } from "../caller.ts";
import { membershipOf, type MembershipRow } from "../membership-row.ts";
import { standingOf } from "../standing-of.ts";
import { apiKeyHash } from "./api-key.ts";

/** As long as a person's session is remembered; see `people/sessions.ts`. */
const FRESH_MS = 800;
const MOST_CACHED = 5_000;

export interface ApiKeyCredentials {
  /** Whom this key lets in, unless it was revoked or its time is over. Rejects where the database cannot be asked. */
  find(key: string): Promise<Integration | null>;
  /** The same by the key's id, for what was derived from it. */
  findById(id: string): Promise<Integration | null>;
  /** The standing of those of these keys (by id) that still hold, from the database itself. */
  standings: Standings;
  /** Forget what is remembered: a key was revoked. */
  forget(): void;
}

interface Row extends MembershipRow {
  readonly id: string;
  readonly name: string;
}

interface Cached {
  readonly found: Promise<Integration | null>;
  readonly until: number;
}

/** Asked for one key by its hash, or for some by their ids. */
const QUERY = { name: "api-keys-in-force", text: "select * from api_keys_in_force($1, $2)" };

export function createApiKeyCredentials(
  pool: pg.Pool,
  now: () => number,
  /** The time of use could not be written down. */
  failed: (error: unknown) => void,
): ApiKeyCredentials {
  const cache = new Map<string, Cached>();
  const used = createSignsOfLife(
    async (ids, at) => void (await pool.query("select api_keys_used($1, $2)", [ids, new Date(at)])),
    now,
    failed,
  );
  const load = async (
    hash: Buffer | null,
    ids: readonly string[] | null,
  ): Promise<readonly Integration[]> => {
    const { rows } = await pool.query<Row>({ ...QUERY, values: [hash, ids] });
    used(rows.map(({ id }) => id));
    return rows.map((row) => ({ keyId: row.id, name: row.name, membership: membershipOf(row) }));
  };
  const cached = (key: string, ask: () => Promise<readonly Integration[]>): Promise<Integration | null> => {
    const known = cache.get(key);
    if (known !== undefined && known.until > now()) return known.found;
    const found = ask().then(([first]) => first ?? null);
    // An outage is not an answer: the next request asks again.
    found.catch(() => cache.delete(key));
    cache.delete(key);
    cache.set(key, { found, until: now() + FRESH_MS });
    if (cache.size > MOST_CACHED) cache.delete(cache.keys().next().value ?? "");
    return found;
  };
  return {
    find(key) {
      const hash = apiKeyHash(key);
      return cached(hash.toString("base64url"), () => load(hash, null));
    },
    findById: (id) => cached(id, () => load(null, [id])),
    async standings(ids) {
      const inForce = await load(null, ids);
      return new Map(inForce.map(({ keyId, membership }) => [keyId, standingOf([membership])]));
    },
    forget: () => cache.clear(),
  };
}
