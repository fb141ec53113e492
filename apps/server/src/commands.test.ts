import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { access, chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

interface Ran {
  readonly code: number;
  readonly said: string;
}

let directory: string;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "callnext-commands-"));
  // Open, so that the database stands in it when this runs as root.
  await chmod(directory, 0o755);
  environment = { PATH: process.env["PATH"], HOST: "127.0.0.1", PORT: "0", CALLNEXT_DATA_DIR: directory };
  // Once, so that there is something to save; it has ended when the tests begin.
  const server = spawn(process.execPath, [join(import.meta.dirname, "main.ts")], {
    cwd: directory,
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  for await (const part of server.stdout as AsyncIterable<Buffer>) {
    text += part.toString();
    if (text.includes("Callnext runs at")) break;
  }
  const exited = once(server, "exit");
  server.kill("SIGTERM");
  await exited;
});
afterAll(async () => {
  const note = await readFile(join(directory, "postgres-data-is-elsewhere.txt"), "utf8").catch(() => "");
  const elsewhere = note.split("\n").at(-2);
  if (elsewhere?.startsWith("/") === true) await rm(elsewhere, { recursive: true, force: true });
  await rm(directory, { recursive: true, force: true });
});

function run(
  program: "backup" | "restore" | "keys" | "verify-audit",
  words: readonly string[],
  more: NodeJS.ProcessEnv = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(import.meta.dirname, `${program}.ts`), ...words],
      { cwd: directory, env: { ...environment, ...more } },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : Number(error.code);
        resolve({ code, said: stdout + stderr });
      },
    );
  });
}

test("a backup of a stopped server, and its restore: refused without --yes, done with it", async () => {
  const made = await run("backup", []);
  expect(made).toMatchObject({ code: 0 });
  const [name = ""] = await readdir(join(directory, "backups"));
  const file = join(directory, "backups", name);
  expect(made.said).toContain(file);
  expect(made.said).toContain("The server's secret is not in it");

  expect(await run("restore", [file])).toEqual({
    code: 1,
    said: "Nothing was restored, nothing was changed: The database is not empty: with --yes everything in it is replaced by the backup.\n",
  });
  const restored = await run("restore", [`backups/${name}`, "--yes"]);
  expect(restored).toMatchObject({ code: 0 });
  expect(restored.said).toMatch(/^Restored: \d+ rows of \d+ tables, as of \S+\nNew epoch \S+:/);
  // Its PostgreSQL ran for the command alone.
  await expect(access(join(directory, "postgres", "postmaster.pid"))).rejects.toThrow();
});

test("security: keys are listed, rotated and retired; one that signs stays", async () => {
  const [first = ""] = (await run("keys", ["list"])).said.split(" ");
  expect(first).toMatch(/^[0-9a-f]{8}$/);
  expect(await run("keys", ["retire", first])).toEqual({
    code: 1,
    said: "The key was not retired: it is the one that signs: rotate first, and wait a minute\n",
  });
  const rotated = (await run("keys", ["rotate", "--now"])).said.split("\n");
  expect(rotated[0]).toMatch(/^[0-9a-f]{8} .*signs$/);
  expect(rotated[1]).toMatch(new RegExp(`^${first} .*believed no longer`));
  const retired = await run("keys", ["retire", first]);
  expect(retired).toMatchObject({ code: 0 });
  expect(retired.said).not.toContain(first);
});

test.each([
  ["backup", ["one", "two"]],
  ["backup", ["--secret"]],
  ["restore", []],
  ["restore", ["one", "--no"]],
  ["keys", []],
  ["keys", ["retire"]],
  ["keys", ["rotate", "--overlap", "long"]],
] as const)("%s %j says how it is called", async (program, words) => {
  const ran = await run(program, words);
  expect(ran.code).toBe(2);
  expect(ran.said).toMatch(new RegExp(`^npm run ${program} -- `));
});

test.each([
  ["backup", [], { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" }, "The database cannot be used"],
  ["backup", ["/proc/nope/file"], {}, "No backup can be written to /proc/nope"],
  ["restore", ["none.backup"], {}, "cannot be read (ENOENT)"],
  ["restore", ["secret"], {}, "is no backup of Callnext"],
  [
    "keys",
    ["list"],
    { CALLNEXT_SECRET: "not the right one" },
    "is not the one this database was set up with",
  ],
  ["keys", ["list"], { CALLNEXT_DEMMO: "1" }, "CALLNEXT_DEMMO is not a variable of Callnext"],
] as const)("%s %j with %j is refused in one line", async (program, words, more, line) => {
  const { code, said } = await run(program, words, more);
  expect(code).toBe(1);
  expect(said).toContain(line);
  expect(said.trim().split("\n")).toHaveLength(1);
});

test("security: verify-audit recomputes every chain", async () => {
  const fine = await run("verify-audit", []);
  expect(fine.code).toBe(0);
  expect(fine.said).toMatch(/^\(platform\) {2}intact, entries 1 to \d+ {2}[0-9a-f]{64}$/m);
});
