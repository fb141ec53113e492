import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

/** A start may have to make a database of its own, on a busy machine. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const MAIN = join(import.meta.dirname, "main.ts");

let directory: string;
let children: ChildProcess[] = [];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "callnext-main-"));
});
afterEach(async () => {
  for (const child of children.filter(
    ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
  )) {
    child.kill("SIGTERM");
    await once(child, "exit");
  }
  children = [];
  await rm(directory, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly exited: Promise<number | null>;
  readonly text: () => string;
}

/** The process as `npm start` runs it, in an environment of its own. */
function start(environment: Readonly<Record<string, string>>): Started {
  const child = spawn(process.execPath, [MAIN], {
    cwd: directory,
    env: {
      PATH: process.env["PATH"],
      HOST: "127.0.0.1",
      PORT: "0",
      CALLNEXT_DATA_DIR: directory,
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (part: Buffer) => (text += part.toString()));
  return {
    child,
    exited: once(child, "exit").then(([code]: (number | null)[]) => code ?? null),
    text: () => text,
  };
}

/** What it printed so far holds this within the time. */
async function printed({ child, text }: Started, pattern: RegExp): Promise<string> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const found = pattern.exec(text())?.[1];
    if (found !== undefined) return found;
    if (child.exitCode !== null || performance.now() > deadline)
      throw new Error(`it printed only: ${text()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test.each([
  [{ PORT: "high" }, "PORT must be a port number, 0 to 65535"],
  [{ CALLNEXT_DEMMO: "1" }, "CALLNEXT_DEMMO is not a variable of Callnext"],
  [{ DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" }, "The database cannot be used"],
  [{ CALLNEXT_DATA_DIR: MAIN }, "CALLNEXT_DATA_DIR must be a directory that it may write to"],
  [{ CALLNEXT_DATA_DIR: "/proc/nope" }, "CALLNEXT_DATA_DIR must be a directory that it may write to"],
  [{ CALLNEXT_SECRET_FILE: "/none" }, "CALLNEXT_SECRET_FILE names a file that cannot be read"],
])("%j stops the start with one clear line", async (environment, line) => {
  const started = start(environment);
  expect(await started.exited).toBe(1);
  const said = started
    .text()
    .split("\n")
    .filter((text) => text.startsWith("Callnext cannot start: "));
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(line);
  expect(started.text()).not.toContain("    at ");
});

test("it starts, prints where it is and the demo's password, stops on SIGTERM, and starts again with what it had", async () => {
  const first = start({});
  const url = await printed(first, /Callnext runs at (\S+)/);
  const password = await printed(first, /demo password: (\S+)/);
  const demo = await (await fetch(`${url}/api/v1/demo`)).text();
  first.child.kill("SIGTERM");
  expect(await first.exited).toBe(0);

  const second = start({});
  const again = await printed(second, /Callnext runs at (\S+)/);
  expect(await printed(second, /demo password: (\S+)/)).toBe(password);
  expect(await (await fetch(`${again}/api/v1/demo`)).text()).toBe(demo);
  const taken = start({ PORT: new URL(again).port, CALLNEXT_DATA_DIR: directory });
  expect(await taken.exited).toBe(1);
  expect(taken.text()).toContain("another program uses this port");
  expect((await fetch(`${again}/readyz`)).status).toBe(200);
});

test("an empty server prints the link for its first administrator", async () => {
  const started = start({ CALLNEXT_DEMO: "0" });
  const link = await printed(started, /first administrator: (\S+)/);
  expect(new URL(link).pathname).toBe("/setup");
  expect(new URL(link).hash).toMatch(/^#[\w-]{22}$/);
});
