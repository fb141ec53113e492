import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readSecretFiles } from "./read-secret-files.ts";
import { SECRET_VARIABLES } from "./secret-variables.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "callnext-secrets-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function file(text: string, mode = 0o600): Promise<string> {
  const path = join(directory, "held");
  await writeFile(path, text);
  await chmod(path, mode);
  return path;
}

test.each(SECRET_VARIABLES)("security: %s may come from a file", async (name) => {
  const path = await file("from the file\n");
  const read = readSecretFiles({ [`${name}_FILE`]: path, PORT: "1" });
  expect(read).toEqual({ ok: true, environment: { [name]: "from the file", PORT: "1" }, warnings: [] });
});

test("security: a secret given twice is refused, without either value", async () => {
  const path = await file("the one");
  const read = readSecretFiles({ CALLNEXT_SECRET: "the other", CALLNEXT_SECRET_FILE: path });
  expect(read).toEqual({
    ok: false,
    message: "CALLNEXT_SECRET and CALLNEXT_SECRET_FILE are both set: leave one of them out",
  });
});

test("security: a file that others can read is warned of, and used", async () => {
  const path = await file("a secret", 0o644);
  expect(readSecretFiles({ CALLNEXT_SECRET_FILE: path })).toEqual({
    ok: true,
    environment: { CALLNEXT_SECRET: "a secret" },
    warnings: [`the file of CALLNEXT_SECRET_FILE can be read by others: chmod 600 ${path}`],
  });
});

test("an empty value counts as unset", () => {
  expect(readSecretFiles({ CALLNEXT_SECRET: "kept", CALLNEXT_SECRET_FILE: " " })).toMatchObject({
    environment: { CALLNEXT_SECRET: "kept" },
  });
});

test.each([
  ["is not there", () => Promise.resolve(join(directory, "none")), "cannot be read"],
  ["is a directory", () => Promise.resolve(directory), "must name a file"],
  ["is empty", () => file(" \n"), "empty file"],
  ["is huge", () => file("x".repeat(20_000)), "too large"],
])("a file that %s stops the start with one line", async (_what, make, words) => {
  const read = readSecretFiles({ DATABASE_URL_FILE: await make() });
  expect(read.ok).toBe(false);
  if (!read.ok) expect(read.message).toMatch(/^DATABASE_URL_FILE [^\n]*$/);
  if (!read.ok) expect(read.message).toContain(words);
});
