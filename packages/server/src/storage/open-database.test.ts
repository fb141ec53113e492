import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { findBinaries } from "./embedded/binaries.ts";
import { initialise } from "./embedded/initialise.ts";
import { place } from "./embedded/placement.ts";
import { openDatabase } from "./open-database.ts";
import { openTestDatabase } from "./testing/test-database.ts";

const log = pino({ level: "silent" });

describe("openDatabase", { timeout: 60_000 }, () => {
  it("lets several nodes migrate at once and gives them one epoch", async () => {
    await using fresh = await openTestDatabase();
    const { connectionString } = fresh;
    await fresh.owner.query("drop schema public cascade; create schema public; drop schema auth cascade");
    const nodes = await Promise.all(
      [1, 2, 3, 4].map(() => openDatabase({ connectionString, log, maxConnections: 2 })),
    );
    const epochs = await Promise.all(
      nodes.map(({ db }) => db.selectFrom("incarnation").select("epoch").execute()),
    );
    expect(new Set(epochs.map((rows) => rows.map((row) => row.epoch).join())).size).toBe(1);
    expect(epochs[0]?.[0]?.epoch).toMatch(/^[0-9a-f-]{36}$/);
    await Promise.all(nodes.map((node) => node.close()));
  });

  it("P1 refuses synchronous_commit=off in one line", async () => {
    await using database = await openTestDatabase();
    const name = new URL(database.connectionString.replace("@/", "@base/")).pathname.slice(1);
    await database.owner.query(`alter database ${name} set synchronous_commit = off`);
    await expect(openDatabase({ connectionString: database.connectionString, log })).rejects.toThrow(
      /^The database runs with synchronous_commit=off[^\n]*$/,
    );
  });

  it("P1 refuses fsync=off in one line", async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), "callnext-fsync-"));
    await chmod(dataDir, 0o755);
    const binaries = await findBinaries(process.platform, process.arch);
    const placement = await place(dataDir, binaries);
    await initialise(placement, binaries.version);
    const server = spawn(
      path.join(placement.binaries, "bin/postgres"),
      ["-D", placement.data, "-c", "fsync=off", "-c", "listen_addresses=", "-k", placement.socket],
      { ...placement.runAs, cwd: "/", stdio: "ignore" },
    );
    const connectionString = `postgresql://callnext@/postgres?host=${encodeURIComponent(placement.socket)}`;
    try {
      await accepting(connectionString);
      await expect(openDatabase({ connectionString, log })).rejects.toThrow(
        /^The database runs with fsync=off[^\n]*$/,
      );
    } finally {
      server.kill("SIGINT");
      await once(server, "exit");
      await rm(dataDir, { recursive: true });
    }
  });

  it("says in one line that there is no database", async () => {
    await expect(
      openDatabase({ connectionString: "postgresql://nobody@127.0.0.1:1/none", log }),
    ).rejects.toThrow(/^The database cannot be used: [^\n]*ECONNREFUSED[^\n]*$/);
  });
});

async function accepting(connectionString: string): Promise<void> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    const client = new pg.Client({ connectionString });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
  }
}
