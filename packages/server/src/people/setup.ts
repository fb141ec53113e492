import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Database } from "../storage/schema.ts";
import type { Accounts } from "./accounts.ts";

const SETTING = "setup-code";

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
  complete(admin: FirstAdmin): Promise<"done" | "setup-done" | "setup-code-wrong" | "slug-taken">;
}

export function createSetup(db: Kysely<Database>, accounts: Accounts): Setup {
  const needed = async (): Promise<boolean> =>
    (await db.selectFrom("staff").select("id").limit(1).executeTakeFirst()) === undefined;
  return {
    needed,
    async newCode() {
      const code = randomBytes(16).toString("base64url");
      const value = JSON.stringify({ sha256: digest(code).toString("base64") });
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
        if (!fits(row.value as { readonly sha256: string }, admin.code)) return "setup-code-wrong";
        const tenant = await transaction
          .insertInto("tenants")
          .values({ slug: admin.slug, name: admin.organisation, locale: admin.locale })
          .onConflict((conflict) => conflict.column("slug").doNothing())
          .returning("id")
          .executeTakeFirst();
        if (tenant === undefined) return "slug-taken";
        const { userId, made } = await accounts.ensure(admin);
        // Left by an attempt that was cut off: whoever holds the code decides.
        if (!made) await accounts.setPassword(userId, admin.password);
        const { name, email } = admin;
        await transaction
          .insertInto("staff")
          .values({ tenant_id: tenant.id, user_id: userId, name, email: email.toLowerCase(), role: "admin" })
          .execute();
        await transaction.deleteFrom("settings").where("name", "=", SETTING).execute();
        return "done";
      }),
  };
}

function digest(code: string): Buffer {
  return createHash("sha256").update(code).digest();
}

function fits(stored: { readonly sha256: string }, code: string): boolean {
  return timingSafeEqual(Buffer.from(stored.sha256, "base64"), digest(code));
}
