import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { createTenant } from "../storage/create-tenant.ts";
import type { Database } from "../storage/schema.ts";
import type { Accounts } from "./accounts.ts";

const SETTING = "setup-code";
/** From the start that printed it; the next start prints another. */
const VALID_MS = 24 * 3_600_000;

interface StoredCode {
  readonly sha256: string;
  readonly expiresAt: number;
}

export interface FirstAdmin {
  readonly code: string;
  readonly organisation: string;
  readonly slug: string;
  readonly locale: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** How an empty server gets its first organisation and administrator, by a one-use code printed at the start. */
export interface Setup {
  needed(): Promise<boolean>;
  /** A new code, of which only the hash is kept; earlier ones no longer work. */
  newCode(): Promise<string>;
  complete(
    admin: FirstAdmin,
  ): Promise<
    { readonly userId: string } | "setup-done" | "setup-code-wrong" | "setup-code-expired" | "slug-taken"
  >;
}

export function createSetup(db: Kysely<Database>, accounts: Accounts, now: () => number): Setup {
  const needed = async (): Promise<boolean> => {
    const { rows } = await sql<{ has: boolean }>`select has_staff() as has`.execute(db);
    return rows[0]?.has === false;
  };
  return {
    needed,
    async newCode() {
      const code = randomBytes(16).toString("base64url");
      const value = JSON.stringify({
        sha256: digest(code).toString("base64"),
        expiresAt: now() + VALID_MS,
      });
      await sql`insert into settings (name, value) values (${SETTING}, ${value}::jsonb)
        on conflict (name) do update set value = excluded.value`.execute(db);
      return code;
    },
    complete: (admin) =>
      db.transaction().execute(async (transaction) => {
        const row = await transaction
          .selectFrom("settings")
          .select("value")
          .where("name", "=", SETTING)
          .forUpdate()
          .executeTakeFirst();
        if (row === undefined || !(await needed())) return "setup-done";
        const stored = row.value as StoredCode;
        if (!fits(stored, admin.code)) return "setup-code-wrong";
        if (stored.expiresAt <= now()) return "setup-code-expired";
        const { slug, organisation, locale } = admin;
        const tenantId = await createTenant(transaction, { slug, name: organisation, locale });
        if (tenantId === "slug-taken") return tenantId;
        const { userId, made } = await accounts.ensure(admin);
        // Left by an attempt that was cut off: whoever holds the code decides.
        if (!made) await accounts.setPassword(userId, admin.password);
        const { name, email } = admin;
        await transaction
          .insertInto("staff")
          .values({ tenant_id: tenantId, user_id: userId, name, email: email.toLowerCase(), role: "admin" })
          .execute();
        // Who sets the server up runs it.
        await transaction
          .insertInto("operators")
          .values({ user_id: userId })
          .onConflict((c) => c.doNothing())
          .execute();
        await transaction.deleteFrom("settings").where("name", "=", SETTING).execute();
        return { userId };
      }),
  };
}

function digest(code: string): Buffer {
  return createHash("sha256").update(code).digest();
}

function fits(stored: StoredCode, code: string): boolean {
  return timingSafeEqual(Buffer.from(stored.sha256, "base64"), digest(code));
}
