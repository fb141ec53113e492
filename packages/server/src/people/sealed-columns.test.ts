import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openTestDatabase } from "../storage/testing/test-database.ts";
import { SEALED_COLUMNS } from "./sealed-columns.ts";

/** Who seals, and where what they seal lies; null: not in the database. */
const SEALERS: Readonly<Record<string, string | null>> = {
  // Sealed anew when a key is retired.
  "people/reseal.ts": null,
  // What was asked of a browser a moment ago, in its own hands.
  "people/factors/challenges.ts": null,
  "http/routes/auth/oidc/attempt-cookie.ts": null,
  "people/factors/totp-factors.ts": "totp_factors",
  "webhooks/webhook-book.ts": "webhooks",
  "messages/sms/sms-book.ts": "sms_providers",
  "messages/push/push-book.ts": "push_subscriptions",
  "messages/push/push-keys.ts": "push_keys",
};

test("security: whatever seals into the database is sealed anew before a key is retired", async () => {
  const source = join(import.meta.dirname, "..");
  const sealers: string[] = [];
  for await (const file of glob("**/*.ts", { cwd: source })) {
    if (file.endsWith(".test.ts") || file === join("people", "seal.ts")) continue;
    if (/\bseal\(/.test(await readFile(join(source, file), "utf8"))) sealers.push(file.replaceAll("\\", "/"));
  }
  expect(sealers.toSorted()).toEqual(Object.keys(SEALERS).toSorted());
  const tables = Object.values(SEALERS).filter((table) => table !== null);
  expect(SEALED_COLUMNS.map(({ table }) => table).toSorted()).toEqual(tables.toSorted());
});

test("every sealed column is one of the database", async () => {
  await using database = await openTestDatabase();
  for (const { table, id, column } of SEALED_COLUMNS) {
    const { rows } = await database.asOwner(({ client }) =>
      client.query<{ name: string }>(
        "select column_name as name from information_schema.columns where table_name = $1",
        [table],
      ),
    );
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining([id, column]));
  }
});
