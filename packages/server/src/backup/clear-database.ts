import type pg from "pg";
import { errorCode } from "../storage/error-code.ts";
import { SCHEMAS } from "./database-content.ts";
import { UnusableBackup } from "./unusable-backup.ts";

const NOT_OF_AN_EXTENSION = (oid: string): string =>
  `not exists (select from pg_depend d where d.objid = ${oid} and d.deptype = 'e')`;

/** Sequences last: most go with the tables that own them. */
const RELATIONS = `select format('%I.%I', n.nspname, c.relname) as name, c.relkind as kind, c.relname as plain
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = any($1) and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and not c.relispartition
    and ${NOT_OF_AN_EXTENSION("c.oid")} order by c.relkind = 'S'`;

const ROUTINES = `select p.oid::regprocedure::text as name from pg_proc p
  join pg_namespace n on n.oid = p.pronamespace
  where n.nspname = any($1) and ${NOT_OF_AN_EXTENSION("p.oid")}`;

const TYPES = `select t.oid::regtype::text as name from pg_type t join pg_namespace n on n.oid = t.typnamespace
  where n.nspname = any($1) and t.typtype in ('e', 'd', 'r') and ${NOT_OF_AN_EXTENSION("t.oid")}`;

const DROPS: Readonly<Record<string, string>> = {
  r: "table",
  p: "table",
  v: "view",
  m: "materialized view",
  S: "sequence",
  f: "foreign table",
};

interface Relation {
  readonly name: string;
  readonly kind: string;
  readonly plain: string;
}

/** Whether tables stand here; refuses a database whose tables are not Callnext's. */
export async function isInUse(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<Relation>(RELATIONS, [SCHEMAS]);
  if (rows.length === 0) return false;
  if (
    rows.some(({ plain }) => plain === "kysely_migration") &&
    rows.some(({ plain }) => plain === "incarnation")
  )
    return true;
  throw new UnusableBackup(
    "database-foreign",
    "The database holds tables of another program: give Callnext a database of its own.",
  );
}

const DEADLOCK = "40P01";
const TRIES = 20;

/**
 * Takes every table, function and type away; the schemas stay, with the rights on them. Inside a transaction: running
 * servers take the same tables in other orders, and where they and this one wait for each other, it begins again.
 */
export async function clearDatabase(client: pg.ClientBase): Promise<void> {
  for (let left = TRIES - 1; ; left--) {
    await client.query("savepoint clearing");
    try {
      return await takeAway(client);
    } catch (error) {
      if (errorCode(error) !== DEADLOCK || left === 0) throw error;
      await client.query("rollback to savepoint clearing");
    }
  }
}

async function takeAway(client: pg.ClientBase): Promise<void> {
  for (const { name, kind } of (await client.query<Relation>(RELATIONS, [SCHEMAS])).rows)
    await client.query(`drop ${DROPS[kind] ?? "table"} if exists ${name} cascade`);
  for (const { name } of (await client.query<{ name: string }>(ROUTINES, [SCHEMAS])).rows)
    await client.query(`drop routine if exists ${name} cascade`);
  for (const { name } of (await client.query<{ name: string }>(TYPES, [SCHEMAS])).rows)
    await client.query(`drop type if exists ${name} cascade`);
}
