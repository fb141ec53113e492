import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../storage/testing/test-database.ts";
import { startDailyBackups } from "./daily-backups.ts";
import { readBackup } from "./read-backup.ts";

const DAY_MS = 24 * 3_600_000;
let database: TestDatabase;
let directory: string;
let now = Date.parse("2026-11-22T10:00:00Z");

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), "callnext-daily-")), "backups");
});
afterEach(() => rm(join(directory, ".."), { recursive: true }));

const start = (checkEveryMs = 3_600_000) =>
  startDailyBackups({
    database,
    directory,
    keep: 3,
    log: pino({ level: "silent" }),
    now: () => now,
    checkEveryMs,
  });

test("one a day, of which the newest are kept; what is not its own is left alone", async () => {
  await using daily = start();
  expect(await daily.check()).toBe("made");
  await writeFile(join(directory, "callnext-before-the-upgrade.backup"), "");
  expect(await daily.check()).toBe("not-due");
  for (let day = 0; day < 4; day += 1) {
    now += DAY_MS;
    expect(await daily.check()).toBe("made");
  }
  const names = (await readdir(directory)).toSorted();
  expect(names).toEqual([
    "callnext-2026-11-24T100000Z.backup",
    "callnext-2026-11-25T100000Z.backup",
    "callnext-2026-11-26T100000Z.backup",
    "callnext-before-the-upgrade.backup",
  ]);
  const newest = join(directory, names[2] ?? "");
  expect((await stat(newest)).mode & 0o777).toBe(0o600);
  const { header } = await readBackup(newest, async (_, rows) => {
    for await (const chunk of rows) void chunk;
  });
  expect(header).toMatchObject({ createdAt: new Date(now).toISOString(), secret: null });
});

test("of nodes that share a directory one makes it", async () => {
  await using one = start();
  await using two = start();
  const did = await Promise.all([one.check(), two.check()]);
  expect(did.filter((what) => what === "made")).toHaveLength(1);
  expect(await readdir(directory)).toHaveLength(1);
});

test("it comes by itself", async () => {
  await using _daily = start(20);
  await expect.poll(() => readdir(directory).catch(() => []), { timeout: 10_000 }).toHaveLength(1);
});
