import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Database } from "../storage/schema.ts";
import { UnusableDatabase } from "../storage/unusable-database.ts";

const SETTING = "signing-key";

interface Wrapped {
  readonly salt: string;
  readonly iv: string;
  readonly tag: string;
  readonly key: string;
}

export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** The key that signs ticket links. It lives in the database, wrapped by the server's secret, so that all nodes share it. */
export async function signingKey(db: Kysely<Database>, secret: string): Promise<Buffer> {
  const fresh = JSON.stringify(wrap(randomBytes(32), secret));
  await sql`insert into settings (name, value) values (${SETTING}, ${fresh}::jsonb) on conflict do nothing`.execute(
    db,
  );
  const row = await db
    .selectFrom("settings")
    .select("value")
    .where("name", "=", SETTING)
    .executeTakeFirstOrThrow();
  try {
    return unwrap(row.value as Wrapped, secret);
  } catch (cause) {
    throw new UnusableDatabase(
      "CALLNEXT_SECRET (or the file `secret` in the data directory) is not the one this database was set up with.",
      { cause },
    );
  }
}

function wrap(key: Buffer, secret: string): Wrapped {
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", scryptSync(secret, salt, 32), iv);
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()]);
  return {
    salt: salt.toString("base64"),
    iv: iv.toString("base64"),
    tag: cipher.getAuthTag().toString("base64"),
    key: wrapped.toString("base64"),
  };
}

function unwrap(wrapped: Wrapped, secret: string): Buffer {
  const bytes = (text: string): Buffer => Buffer.from(text, "base64");
  const decipher = createDecipheriv(
    "aes-256-gcm",
    scryptSync(secret, bytes(wrapped.salt), 32),
    bytes(wrapped.iv),
  );
  decipher.setAuthTag(bytes(wrapped.tag));
  return Buffer.concat([decipher.update(bytes(wrapped.key)), decipher.final()]);
}
