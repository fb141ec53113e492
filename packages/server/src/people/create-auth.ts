import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import type { Kysely } from "kysely";
import type { OpenDatabase } from "../storage/open-database.ts";
import type { Database } from "../storage/schema.ts";
import { hashPassword, verifyPassword } from "./password-hashing.ts";

/** The longest that a session lasts, however busy it is. */
export const SESSION_SECONDS = 7 * 24 * 3600;

/** better-auth keeps accounts and sessions in the schema `auth`; our own endpoints stand in front of it. */
function options(db: Kysely<Database>, secret: string) {
  return {
    appName: "Callnext",
    secret,
    // Unused: none of its own endpoints is mounted.
    baseURL: "http://localhost",
    database: { db, type: "postgres" as const, schemaName: "auth" },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 8,
      maxPasswordLength: 1_000,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  };
}

export type Auth = ReturnType<typeof buildAuth>;

function buildAuth(db: Kysely<Database>, secret: string) {
  return betterAuth(options(db, secret));
}

/** Any 64-bit number no other lock uses. */
const MIGRATION_LOCK = 4_711_000_001;

/** Brings better-auth's own tables up to date (one node at a time) and opens it. */
export async function createAuth(database: OpenDatabase, secret: string): Promise<Auth> {
  await database.asOwner(async ({ client, db }) => {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await migrateAuth(db);
  });
  return buildAuth(database.db, secret);
}

/** Brings better-auth's own tables up to date, as their owner. */
export async function migrateAuth(db: Kysely<Database>): Promise<void> {
  const { runMigrations } = await getMigrations(options(db, "of no use to tables"));
  await runMigrations();
}
