import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import { Migrator } from "kysely/migration";
import pg from "pg";
import { createAuditTrail } from "../audit/audit-trail.ts";
import { migrateAuth } from "../people/create-auth.ts";
import type { Secrets } from "../people/key-ring.ts";
import { errorCode } from "../storage/error-code.ts";
import { migrations } from "../storage/migrations/all.ts";
import { numberTypes } from "../storage/number-types.ts";
import type { Database } from "../storage/schema.ts";
import { buildWall } from "../storage/wall/raise-wall.ts";
import type { BackupHeader } from "./backup-description.ts";
import { clearDatabase, isInUse } from "./clear-database.ts";
import { loadTables } from "./load-tables.ts";
import { numbersLost, type NumbersLost } from "./numbers-lost.ts";
import { readBackup } from "./read-backup.ts";
import { type KeysTakenOver, takeOverKeys } from "./take-over-keys.ts";
import { UnusableBackup } from "./unusable-backup.ts";

export interface RestoreOptions {
  readonly file: string;
  /** The owner's. */
  readonly connectionString: string;
  readonly secrets: Secrets;
  /** A database that holds something is replaced. */
  readonly replace: boolean;
  /** Where no secret opens the backup's keys, go on with new ones. */
  readonly newKeys: boolean;
  /** Sessions go on, those too that were ended since the backup. */
  readonly keepSessions: boolean;
  readonly now: number;
}

export interface Restored {
  readonly header: BackupHeader;
  readonly rows: number;
  readonly epoch: string;
  readonly keys: KeysTakenOver;
  readonly sessionsEnded: number;
  readonly numbersLost: readonly NumbersLost[];
}

/** Replaces the database by the backup in one transaction: all of it, or nothing changes. */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  // Read to its end before anything is touched.
  const { header, ends } = await readBackup(options.file, async (_, rows) => {
    for await (const chunk of rows) void chunk;
  });
  mustFit(header);
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    // One: what Kysely does not know of, COPY, runs in the same transaction.
    max: 1,
    application_name: "callnext restore",
    types: numberTypes,
    connectionTimeoutMillis: 5_000,
  });
  let client: pg.PoolClient | undefined;
  pool.on("connect", (connected) => {
    connected.on("error", () => undefined);
    client = connected;
  });
  pool.on("error", () => undefined);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  try {
    const replaced = await db.transaction().execute(async (transaction) => {
      if (client === undefined) throw new Error("a transaction has a connection");
      return await replaceAll({ transaction, client, header, options });
    });
    return { ...replaced, header, rows: ends.reduce((sum, { rows }) => sum + rows, 0) };
  } catch (error) {
    throw named(error);
  } finally {
    await db.destroy();
  }
}

/** One restore at a time. Any 64-bit number no other lock uses. */
const LOCK = 4_711_000_031;

interface Work {
  readonly transaction: Transaction<Database>;
  readonly client: pg.PoolClient;
  readonly header: BackupHeader;
  readonly options: RestoreOptions;
}

async function replaceAll({ transaction, client, header, options }: Work) {
  const { now, secrets } = options;
  await client.query(
    "select set_config('lock_timeout', '30s', true), set_config('statement_timeout', '1h', true)",
  );
  await client.query("select pg_advisory_xact_lock($1)", [LOCK]);
  const before = await lookAt(transaction, client, header, options);
  await clearDatabase(client);
  await migrateTo(transaction, header.migrations.at(-1));
  await migrateAuth(transaction);
  await loadTables(client, options.file);
  await migrateTo(transaction, undefined);
  const keys = await takeOverKeys(transaction, secrets, [secrets.previous, header.secret], {
    anew: options.newKeys,
    now,
  });
  const { epoch } = await transaction
    .updateTable("incarnation")
    .set({ epoch: sql<string>`gen_random_uuid()::text` })
    .returning("epoch")
    .executeTakeFirstOrThrow();
  const ended = options.keepSessions ? null : await client.query("delete from auth.session");
  await putBackLogins(client, before.logins);
  for (const role of before.roles) await buildWall(client, role);
  await noteRestore(transaction, header, epoch, now);
  return { epoch, keys, sessionsEnded: ended?.rowCount ?? 0, numbersLost: before.numbersLost };
}

/** In every organisation's own log: what was in it after the backup is gone from it. */
async function noteRestore(
  transaction: Transaction<Database>,
  { createdAt }: BackupHeader,
  epoch: string,
  now: number,
): Promise<void> {
  const audit = createAuditTrail(transaction, () => now);
  const tenants = await transaction.selectFrom("tenants").select("id").orderBy("id").execute();
  for (const tenantId of [null, ...tenants.map(({ id }) => id)])
    await audit.note({
      tenantId,
      actor: { kind: "system", id: null },
      action: "backup-restored",
      subject: null,
      shopId: null,
      ip: null,
      detail: { createdAt, epoch },
    });
}

/** Whoever beside the owner may change shops. */
const SERVER_ROLES = `select distinct r.rolname as role from pg_class c, aclexplode(c.relacl) x
  join pg_roles r on r.oid = x.grantee
  where c.oid = 'shops'::regclass and x.grantee <> c.relowner and x.privilege_type = 'UPDATE'`;

interface Login {
  readonly role: string;
  readonly password: string;
}

interface Before {
  readonly numbersLost: readonly NumbersLost[];
  /** How running servers get in, where that is known here; they go on with it. */
  readonly logins: readonly Login[];
  /** As whom they run. */
  readonly roles: readonly string[];
}

async function lookAt(
  transaction: Transaction<Database>,
  client: pg.PoolClient,
  header: BackupHeader,
  { replace }: RestoreOptions,
): Promise<Before> {
  if (!(await isInUse(client))) return { numbersLost: [], logins: [], roles: [] };
  if (!replace)
    throw new UnusableBackup(
      "database-not-empty",
      "The database is not empty: with --yes everything in it is replaced by the backup.",
    );
  // Commands begin with their shop's row: none is under way once this is held.
  await client.query("lock table shops in access exclusive mode");
  const found = await client.query<{ found: boolean }>(
    "select to_regclass('app_logins') is not null as found",
  );
  const logins = found.rows[0]?.found === true ? await client.query<Login>("table app_logins") : { rows: [] };
  const roles = await client.query<{ role: string }>(SERVER_ROLES);
  return {
    numbersLost: await numbersLost(transaction, new Date(header.createdAt)),
    logins: logins.rows,
    roles: roles.rows.map(({ role }) => role),
  };
}

async function putBackLogins(client: pg.PoolClient, logins: readonly Login[]): Promise<void> {
  for (const { role, password } of logins)
    await client.query("insert into app_logins (role, password) values ($1, $2)", [role, password]);
}

async function migrateTo(transaction: Transaction<Database>, name: string | undefined): Promise<void> {
  const migrator = new Migrator({
    db: transaction,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  const { error } = await (name === undefined ? migrator.migrateToLatest() : migrator.migrateTo(name));
  if (error !== undefined) throw error;
}

/** Its migrations are the first of ours. */
function mustFit(header: BackupHeader): void {
  const ours = Object.keys(migrations).toSorted();
  const unknown = header.migrations.find((name) => !ours.includes(name));
  if (unknown !== undefined)
    throw new UnusableBackup(
      "backup-newer",
      `The backup was made by a newer version of Callnext (its migration ${unknown} is unknown here): restore it with that one.`,
    );
  if (header.migrations.some((name, index) => name !== ours[index]))
    throw new UnusableBackup("backup-foreign", "The backup's tables are not of any version of Callnext.");
}

/** What the database says where somebody holds on to what is to be replaced. */
const BUSY = new Set(["55P03", "40P01"]);
const NOT_MINE = new Set(["42501"]);

function named(error: unknown): unknown {
  const code = errorCode(error) ?? "";
  if (BUSY.has(code))
    return new UnusableBackup(
      "database-busy",
      "Running servers held on to the database for too long: stop them, and restore again.",
      { cause: error },
    );
  if (NOT_MINE.has(code) && error instanceof Error)
    return new UnusableBackup(
      "not-the-owner",
      `The database's role may not replace its tables (${error.message}): give the owner's address.`,
      { cause: error },
    );
  return error;
}
