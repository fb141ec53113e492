import { createHmac } from "node:crypto";
import type pg from "pg";
import type { KeyRing } from "./key-ring.ts";

export interface TryLimit {
  readonly most: number;
  readonly windowMs: number;
}

/**
 * Counts tries of something that must not be guessed or flooded. In the database: another node, a restart or many
 * tries at once give nobody more of them. The keys are kept as keyed hashes.
 */
export interface TryCounter {
  /** Counts one, before it is looked at. Seconds to wait, or 0 where it may be. */
  take(key: string, limit: TryLimit): Promise<number>;
  /** One of them did not deserve counting. */
  giveBack(key: string): Promise<void>;
  forget(key: string): Promise<void>;
}

const TAKE = `insert into counted_tries as c (key, tries, until) values ($1, 1, $3)
  on conflict (key) do update set
    tries = case when c.until <= $2 then 1 else c.tries + 1 end,
    until = case when c.until <= $2 then $3 else c.until end
  returning tries, until`;
/** Skips what somebody counts on just now: two that wait for each other's rows would both fail. */
const CLEAN = `delete from counted_tries where key in
  (select key from counted_tries where until <= $1 limit 100 for update skip locked)`;

export function createTryCounter(
  pool: pg.Pool,
  ring: Pick<KeyRing, "current">,
  now: () => number,
): TryCounter {
  const kept = (key: string): string =>
    createHmac("sha256", ring.current.derive("counted tries")).update(key).digest("base64url");
  return {
    async take(key, { most, windowMs }) {
      const at = new Date(now());
      const { rows } = await pool.query<{ readonly tries: number; readonly until: Date }>(TAKE, [
        kept(key),
        at,
        new Date(now() + windowMs),
      ]);
      const row = rows[0];
      if (row === undefined) throw new Error("a counted try gives its count");
      if (row.tries === 1) await pool.query(CLEAN, [at]);
      return row.tries <= most ? 0 : Math.max(1, Math.ceil((row.until.getTime() - now()) / 1000));
    },
    async giveBack(key) {
      await pool.query("update counted_tries set tries = tries - 1 where key = $1 and tries > 0", [
        kept(key),
      ]);
    },
    async forget(key) {
      await pool.query("delete from counted_tries where key = $1", [kept(key)]);
    },
  };
}
