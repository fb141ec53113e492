import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findBinaries } from "./binaries.ts";
import { startEmbedded } from "./start-embedded.ts";
import { eventually } from "../../shops/testing/test-shop.ts";
import { embeddedChild, startChild } from "../testing/child-server.ts";

const log = pino({ level: "silent" });
const root = process.getuid?.() === 0;
// Containers usually may not.
const canMount = spawnSync("unshare", ["--mount", "true"]).status === 0;
let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "callnext-embedded-"));
  await chmod(dataDir, 0o755);
});

afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

async function ask(connectionString: string, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const answer = await client.query<{ a: unknown }>(text);
    return answer.rows[0]?.a;
  } finally {
    await client.end();
  }
}

function postmasterPid(data: string): number {
  return Number(readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n")[0]);
}

const isAlive = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8") !== "";
  } catch {
    return false;
  }
};

describe("the built-in PostgreSQL", { timeout: 60_000 }, () => {
  it("starts safe and private, and stops with its server", async () => {
    const embedded = await startEmbedded({ dataDir, log });
    expect(await ask(embedded.connectionString, "select current_setting('fsync') as a")).toBe("on");
    expect(await ask(embedded.connectionString, "select current_setting('listen_addresses') as a")).toBe("");
    expect((await stat(embedded.placement.socket)).mode & 0o777).toBe(0o700);
    expect((await stat(embedded.placement.data)).mode & 0o777).toBe(0o700);
    const pid = postmasterPid(embedded.placement.data);
    await embedded.stop();
    // It takes its pid file away a moment before it is gone.
    await eventually(() => !isAlive(pid));
    await embedded.stop();
  });

  it("P1 outlives a killed server and is adopted by the next", async () => {
    const first = startChild(embeddedChild, [dataDir]);
    const said = await first.said();
    await ask(String(said["connectionString"]), "create table kept as select 42 as a");
    await first.kill();
    await using second = await startEmbedded({ dataDir, log });
    expect(second.adopted).toBe(true);
    expect(await ask(second.connectionString, "select a from kept")).toBe(42);
  });

  it("serves two servers and stops with the last one", async () => {
    const first = startChild(embeddedChild, [dataDir]);
    const second = startChild(embeddedChild, [dataDir]);
    const [one, two] = await Promise.all([first.said(), second.said()]);
    expect(one["connectionString"]).toBe(two["connectionString"]);
    await first.stop();
    expect(await ask(String(two["connectionString"]), "select 1 as a")).toBe(1);
    await second.stop();
    await expect(ask(String(two["connectionString"]), "select 1 as a")).rejects.toThrow();
  });

  it("comes back when it is killed under a running server", async () => {
    await using embedded = await startEmbedded({ dataDir, log });
    await ask(embedded.connectionString, "create table kept as select 42 as a");
    process.kill(postmasterPid(embedded.placement.data), "SIGKILL");
    const deadline = performance.now() + 20_000;
    let answer: unknown;
    while (answer === undefined && performance.now() < deadline) {
      answer = await ask(embedded.connectionString, "select a from kept").catch(() => undefined);
    }
    expect(answer).toBe(42);
  });

  it("is not misled by a pid file that names another process", async () => {
    const first = await startEmbedded({ dataDir, log });
    const { placement } = first;
    const pidFile = path.join(placement.data, "postmaster.pid");
    const text = await readFile(pidFile, "utf8");
    await first.stop();
    const foreign = text.replace(/^\d+/, String(process.pid));
    await writeFile(pidFile, foreign);
    await writeFile(path.join(placement.socket, ".s.PGSQL.5432.lock"), foreign);
    await using second = await startEmbedded({ dataDir, log });
    expect(second.adopted).toBe(false);
    expect(await ask(second.connectionString, "select 1 as a")).toBe(1);
  });

  it("uses a short directory for the socket when the data directory's path is long", async () => {
    const long = path.join(dataDir, "x".repeat(90));
    const embedded = await startEmbedded({ dataDir: long, log });
    expect(embedded.placement.socket.length).toBeLessThan(60);
    expect(await ask(embedded.connectionString, "select 1 as a")).toBe(1);
    await embedded.stop();
    await rm(embedded.placement.socket, { recursive: true });
  });

  it("says in one line what to do where its package is missing", async () => {
    await expect(findBinaries("plan9", "vax")).rejects.toThrow(/^No built-in PostgreSQL .* set DATABASE_URL/);
  });
});

describe.runIf(root)("the built-in PostgreSQL for root", { timeout: 60_000 }, () => {
  it("keeps its data elsewhere when the data directory is closed, says where, and stays there", async () => {
    await chmod(dataDir, 0o700);
    const first = await startEmbedded({ dataDir, log });
    const { data } = first.placement;
    await ask(first.connectionString, "create table kept as select 42 as a");
    await first.stop();
    expect(data.startsWith(dataDir)).toBe(false);
    expect(await readFile(path.join(dataDir, "postgres-data-is-elsewhere.txt"), "utf8")).toContain(
      path.dirname(data),
    );
    await chmod(dataDir, 0o755);
    const second = await startEmbedded({ dataDir, log });
    expect(await ask(second.connectionString, "select a from kept")).toBe(42);
    await second.stop();
    await rm(path.dirname(data), { recursive: true });
  });

  it("runs an ordinary user's database as that user", async () => {
    const nobody = 65_534;
    await chown(dataDir, nobody, nobody);
    const ordinary = startChild(embeddedChild, [dataDir], { uid: nobody, gid: nobody });
    const said = await ordinary.said();
    expect(said).toMatchObject({ uid: nobody, adopted: false });
    expect(said["placement"]).toMatchObject({ data: path.join(dataDir, "postgres") });
    await ask(String(said["connectionString"]), "create table kept as select 42 as a");
    await ordinary.stop();
    await using embedded = await startEmbedded({ dataDir, log });
    expect(embedded.placement.runAs).toEqual({ uid: nobody, gid: nobody });
    expect(await ask(embedded.connectionString, "select a from kept")).toBe(42);
  });

  it("refuses an ordinary user the database that root made, in one line", async () => {
    await (await startEmbedded({ dataDir, log })).stop();
    const stranger = startChild(embeddedChild, [dataDir], { uid: 65_534, gid: 65_534 });
    const said = await stranger.said();
    expect(said["refused"]).toMatch(/^[^\n]*belongs to another user[^\n]*$/);
  });

  it.runIf(canMount)("makes the operating-system user where it is missing", async () => {
    // A whole /etc of its own in a mount namespace: user tools also write beside /etc/passwd.
    const etc = path.join(dataDir, "etc");
    await mkdir(etc);
    await writeFile(path.join(etc, "passwd"), "root:x:0:0:root:/root:/bin/sh\n");
    await writeFile(path.join(etc, "group"), "root:x:0:\n");
    const script = `mount --bind "$1" /etc && exec "$2" "$3" "$4" < /dev/null`;
    const args = [etc, process.execPath, embeddedChild, path.join(dataDir, "data")];
    const ran = spawnSync("unshare", ["--mount", "sh", "-c", script, "sh", ...args], { encoding: "utf8" });
    expect(JSON.parse(ran.stdout)).toMatchObject({ adopted: false });
    expect(await readFile(path.join(etc, "passwd"), "utf8")).toMatch(/^postgres:[^:]*:\d+:\d+:/m);
  });
});
