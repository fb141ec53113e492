import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { eventually } from "./eventually.ts";
import { freePort } from "./free-port.ts";

const MAIN = fileURLToPath(new URL("../../apps/server/src/main.ts", import.meta.url));
const READY_WITHIN_MS = 90_000;
const STOP_WITHIN_MS = 20_000;
export const DEMO_PASSWORD = "a password for tests only";

export type ServerSettings = Readonly<Record<string, string>>;

/** The real server process with a data directory of its own; everything it started is gone when it is disposed of. */
export class TestServer implements AsyncDisposable {
  readonly port: number;
  readonly origin: string;
  readonly dataDir: string;
  readonly #settings: ServerSettings;
  #process: ChildProcess | null = null;
  #output = "";

  private constructor(port: number, dataDir: string, settings: ServerSettings) {
    this.port = port;
    this.origin = `http://localhost:${String(port)}`;
    this.dataDir = dataDir;
    this.#settings = settings;
  }

  static async start(settings: ServerSettings = {}): Promise<TestServer> {
    const dataDir = await mkdtemp(join(tmpdir(), "callnext-e2e-"));
    const server = new TestServer(await freePort(), dataDir, settings);
    try {
      await server.start();
    } catch (error) {
      await server[Symbol.asyncDispose]();
      throw error;
    }
    return server;
  }

  /** Everything that the processes said so far. */
  get output(): string {
    return this.#output;
  }

  /** Starts the process and waits until it serves requests. */
  async start(): Promise<void> {
    const started = this.#spawn();
    await eventually(
      { withinMs: READY_WITHIN_MS, what: `the server's start; it said:\n${this.#output}` },
      async () => {
        if (started.exitCode !== null)
          throw new Error(`The server ended with ${String(started.exitCode)}:\n${this.#output}`);
        const answer = await fetch(`${this.origin}/readyz`, { signal: AbortSignal.timeout(2_000) });
        return answer.ok || undefined;
      },
    );
  }

  /** kill -9: no goodbye, no clean-up. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async stop(): Promise<void> {
    await this.#end("SIGTERM");
  }

  /** Of the running process. */
  get pid(): number {
    const pid = this.#process?.pid;
    if (pid === undefined) throw new Error("The server does not run");
    return pid;
  }

  /** The process stands still with all its sockets open, as on a machine that hangs. */
  freeze(): void {
    process.kill(this.pid, "SIGSTOP");
  }

  thaw(): void {
    process.kill(this.pid, "SIGCONT");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#end("SIGTERM");
    await this.#endDatabase();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  #spawn(): ChildProcess {
    const environment = { ...process.env };
    for (const name of Object.keys(environment))
      if (/^(CALLNEXT_|DATABASE_URL$|REDIS_URL$|NODE_ENV$)/.test(name)) delete environment[name];
    const started = spawn(process.execPath, [MAIN], {
      cwd: this.dataDir,
      env: {
        ...environment,
        PORT: String(this.port),
        CALLNEXT_DATA_DIR: this.dataDir,
        CALLNEXT_DEMO_PASSWORD: DEMO_PASSWORD,
        CALLNEXT_RATE_LIMITS: "off",
        ...this.#settings,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const hear = (chunk: Buffer): void => {
      this.#output += chunk.toString("utf8");
    };
    started.stdout.on("data", hear);
    started.stderr.on("data", hear);
    this.#process = started;
    return started;
  }

  async #end(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
    const running = this.#process;
    this.#process = null;
    if (running === null || running.exitCode !== null || running.signalCode !== null) return;
    const exited = once(running, "exit");
    running.kill(signal);
    const hard = setTimeout(() => running.kill("SIGKILL"), STOP_WITHIN_MS);
    await exited;
    clearTimeout(hard);
  }

  /** A killed server leaves its PostgreSQL running for the next one; after the last there is none. */
  async #endDatabase(): Promise<void> {
    const note = await readFile(join(this.dataDir, "postgres-data-is-elsewhere.txt"), "utf8").catch(() => "");
    const elsewhere = note.split("\n").at(-2);
    const directory = elsewhere?.startsWith("/") === true ? elsewhere : this.dataDir;
    const pidFile = await readFile(join(directory, "postgres", "postmaster.pid"), "utf8").catch(() => "");
    const pid = Number(pidFile.split("\n")[0]);
    if (Number.isSafeInteger(pid) && pid > 1) {
      process.kill(pid, "SIGINT");
      await eventually({ withinMs: STOP_WITHIN_MS, what: "PostgreSQL's end" }, () =>
        isAlive(pid) ? undefined : true,
      );
    }
    if (directory !== this.dataDir) await rm(directory, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
