import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import type { Logger } from "pino";
import { errorCode } from "../error-code.ts";
import { findBinaries } from "./binaries.ts";
import { DATABASE, SUPERUSER } from "./constants.ts";
import { initialise } from "./initialise.ts";
import { type Keeper, openKeeper } from "./keeper.ts";
import { runningPostmaster } from "./pid-file.ts";
import { type Placement, place } from "./placement.ts";
import { ensurePostmaster } from "./postmaster.ts";

export interface EmbeddedPostgres extends AsyncDisposable {
  readonly connectionString: string;
  /** Of the binaries, `18.4.0`. */
  readonly version: string;
  /** It ran already, left by a server that was killed. */
  readonly adopted: boolean;
  readonly placement: Placement;
  /** Stops PostgreSQL unless another server still uses it. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly log: Logger;
}

/** Crash recovery of a busy database takes seconds; a minute means that something is wrong. */
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 30_000;

/** A real PostgreSQL of the server's own: no port, no password, a socket only its user can reach. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries(process.platform, process.arch);
  const placement = await place(options.dataDir, binaries);
  await initialise(placement, binaries.version);
  const guard = new Guard(placement, options.log);
  const { adopted } = await guard.start();
  const stop = (): Promise<void> => guard.stop();
  return {
    connectionString: connectionString(placement, DATABASE),
    version: binaries.version,
    adopted,
    placement,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

function connectionString(placement: Placement, database: string): string {
  return `postgresql://${SUPERUSER}@/${database}?host=${encodeURIComponent(placement.socket)}`;
}

/** Keeps PostgreSQL running for as long as this server does. */
class Guard {
  readonly #placement: Placement;
  readonly #log: Logger;
  #keeper: Keeper | undefined;
  #stopping = false;
  #watch: Promise<void> = Promise.resolve();
  #reviving: Promise<void> | undefined;

  constructor(placement: Placement, log: Logger) {
    this.#placement = placement;
    this.#log = log;
  }

  async start(): Promise<{ adopted: boolean }> {
    const began = performance.now();
    const { adopted } = await this.#bringUp(began + START_TIMEOUT_MS);
    this.#log.info(
      { adopted, data: this.#placement.data, milliseconds: Math.round(performance.now() - began) },
      "built-in PostgreSQL is ready",
    );
    this.#watch = this.#watchOver();
    return { adopted };
  }

  async stop(): Promise<void> {
    if (this.#stopping) return await this.#watch;
    this.#stopping = true;
    await this.#reviving;
    const keeper = this.#keeper;
    const last = (await keeper?.letGo().catch(() => false)) ?? false;
    const running = await runningPostmaster(this.#placement.data);
    if (last && running !== undefined) process.kill(running.pid, "SIGINT");
    await keeper?.close();
    await this.#watch;
    if (last) await this.#gone();
  }

  /** Between finding PostgreSQL and connecting another server may stop it, so both are tried together. */
  async #bringUp(deadline: number): Promise<{ adopted: boolean }> {
    for (;;) {
      const found = await ensurePostmaster(this.#placement, Math.max(deadline - performance.now(), 1_000));
      try {
        this.#keeper = await openKeeper(connectionString(this.#placement, "postgres"));
        await createDatabase(connectionString(this.#placement, "postgres"));
        return found;
      } catch (error) {
        if (performance.now() > deadline) throw error;
        await wait(50);
      }
    }
  }

  async #watchOver(): Promise<void> {
    while (!this.#stopping) {
      await this.#keeper?.lost;
      if (this.#stopping) return;
      this.#log.warn("the built-in PostgreSQL went away; starting it again");
      this.#reviving = this.#revive();
      await this.#reviving;
    }
  }

  async #revive(): Promise<void> {
    while (!this.#stopping) {
      try {
        const { adopted } = await this.#bringUp(performance.now() + START_TIMEOUT_MS);
        this.#log.info({ adopted }, "the built-in PostgreSQL is back");
        return;
      } catch (error) {
        this.#log.error({ err: error }, "the built-in PostgreSQL does not start");
        await wait(1_000);
      }
    }
  }

  async #gone(): Promise<void> {
    const deadline = performance.now() + STOP_TIMEOUT_MS;
    while ((await runningPostmaster(this.#placement.data)) !== undefined) {
      if (performance.now() > deadline) {
        this.#log.error({ data: this.#placement.data }, "the built-in PostgreSQL is still stopping");
        return;
      }
      await wait(10);
    }
  }
}

async function createDatabase(maintenance: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenance, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } catch (error) {
    // Two servers starting at once: the other one made it.
    if (errorCode(error) !== "42P04" && errorCode(error) !== "23505") throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
