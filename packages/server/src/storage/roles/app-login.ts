import { randomBytes } from "node:crypto";
import pg from "pg";
import { errorCode } from "../error-code.ts";
import { UnusableDatabase } from "../unusable-database.ts";
import { asRole } from "./connection-string.ts";

/** Any 64-bit number no other lock uses. */
const LOCK = 4_711_000_009;
const INSUFFICIENT_PRIVILEGE = "42501";
/** No such role, or not with this password. */
const NO_ENTRANCE = new Set(["28000", "28P01"]);
const LONGEST_NAME = 63;

/** The role that the server runs as, and how it gets in. */
export interface AppLogin {
  readonly role: string;
  readonly connectionString: string;
}

/**
 * Where only the owner's address is given, the owner makes the role that the server runs as. Its password lies in a
 * table that this role cannot read: every node begins as the owner, so all of them find the same.
 */
export async function openAppLogin(owner: pg.ClientBase, connectionString: string): Promise<AppLogin> {
  const role = await roleName(owner);
  const login = { role, connectionString: asRole(connectionString, role, await passwordOf(owner, role)) };
  if (await getsIn(login)) return login;
  // The tables came here without their role, by a restore, or somebody gave it another password.
  await secured(owner, async () => makeRole(owner, role, await passwordOf(owner, role)));
  if (await getsIn(login)) return login;
  throw new UnusableDatabase(
    `The database does not let its role ${role} in: allow it in pg_hba.conf, or make a role yourself and set DATABASE_OWNER_URL beside DATABASE_URL.`,
  );
}

/** The login that somebody made beside the owner's. */
export async function givenLogin(_: pg.ClientBase, connectionString: string): Promise<AppLogin> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const answer = await client.query<{ role: string }>("select session_user as role");
    return { role: answer.rows[0]?.role ?? "", connectionString };
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Roles belong to the whole server: one for each database keeps two installations apart. */
async function roleName(owner: pg.ClientBase): Promise<string> {
  const answer = await owner.query<{ name: string }>("select current_database() as name");
  const role = `${answer.rows[0]?.name ?? ""}_app`;
  if (Buffer.byteLength(role) > LONGEST_NAME)
    throw new UnusableDatabase(`The database's name is too long: its role would be ${role}.`);
  return role;
}

async function passwordOf(owner: pg.ClientBase, role: string): Promise<string> {
  return (await storedPassword(owner, role)) ?? (await secured(owner, () => newLogin(owner, role)));
}

async function storedPassword(owner: pg.ClientBase, role: string): Promise<string | undefined> {
  const answer = await owner.query<{ password: string }>("select password from app_logins where role = $1", [
    role,
  ]);
  return answer.rows[0]?.password;
}

async function newLogin(owner: pg.ClientBase, role: string): Promise<string> {
  // Another node may have been quicker.
  const known = await storedPassword(owner, role);
  if (known !== undefined) return known;
  const password = randomBytes(24).toString("base64url");
  await makeRole(owner, role, password);
  await owner.query("insert into app_logins (role, password) values ($1, $2)", [role, password]);
  return password;
}

/** One node at a time, all or nothing. */
async function secured<Result>(owner: pg.ClientBase, work: () => Promise<Result>): Promise<Result> {
  await owner.query("begin");
  try {
    await owner.query("select pg_advisory_xact_lock($1)", [LOCK]);
    const result = await work();
    await owner.query("commit");
    return result;
  } catch (error) {
    await owner.query("rollback");
    throw error;
  }
}

async function makeRole(owner: pg.ClientBase, role: string, password: string): Promise<void> {
  const found = await owner.query("select from pg_roles where rolname = $1", [role]);
  const name = owner.escapeIdentifier(role);
  const secret = owner.escapeLiteral(password);
  try {
    await owner.query(
      found.rowCount === 0
        ? `create role ${name} login noinherit password ${secret}`
        : `alter role ${name} login password ${secret}`,
    );
  } catch (error) {
    if (errorCode(error) !== INSUFFICIENT_PRIVILEGE) throw error;
    throw new UnusableDatabase(
      `The role of DATABASE_URL may not make the role ${role}, which the server runs as: ALTER ROLE … CREATEROLE, or make a role yourself and set DATABASE_OWNER_URL beside DATABASE_URL (docs/operations/install.md).`,
      { cause: error },
    );
  }
}

async function getsIn({ connectionString }: AppLogin): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (NO_ENTRANCE.has(errorCode(error) ?? "")) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
