import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newSecret } from "./open-secrets.ts";
import { secretFile } from "./secret-file.ts";

let directory: string;
let path: string;
const lines: object[] = [];
const log = pino({ level: "warn" }, { write: (line: string) => lines.push(JSON.parse(line) as object) });

beforeEach(async () => {
  lines.length = 0;
  directory = await mkdtemp(join(tmpdir(), "callnext-secret-"));
  path = join(directory, "data", "secret");
});
afterEach(() => rm(directory, { recursive: true, force: true }));

test("security: the first start makes a secret that its user alone can read; later ones find it", async () => {
  const made = await secretFile(path, newSecret, log);
  expect(made).toMatch(/^[\w-]{43}$/);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await secretFile(path, newSecret, log)).toBe(made);
  expect(lines).toEqual([]);
});

test("security: any number of servers starting at once agree on one secret and leave nothing beside it", async () => {
  const made = await Promise.all(Array.from({ length: 30 }, () => secretFile(path, newSecret, log)));
  expect(new Set(made).size).toBe(1);
  expect(await readdir(join(directory, "data"))).toEqual(["secret"]);
});

test.each(["", "\n", "cut"])("a file that holds %j is refused and left as it is", async (text) => {
  await secretFile(path, newSecret, log);
  await writeFile(path, text);
  await expect(secretFile(path, newSecret, log)).rejects.toThrow(/^\S+ is empty or cut short: [^\n]*$/);
  expect(await readFile(path, "utf8")).toBe(text);
});

test("security: a file that others can read is warned of, without its secret", async () => {
  const made = await secretFile(path, newSecret, log);
  await chmod(path, 0o640);
  expect(await secretFile(path, newSecret, log)).toBe(made);
  expect(lines).toMatchObject([{ file: path, mode: "640" }]);
  expect(JSON.stringify(lines)).not.toContain(made);
});
