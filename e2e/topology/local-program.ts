import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import type { Program } from "../../tools/lib/debian-program.ts";
import { eventually } from "../support/eventually.ts";

const READY_WITHIN_MS = 10_000;
const STOP_WITHIN_MS = 5_000;

/** A server in the foreground as a child of this process, on a port of this machine. */
export class LocalProgram implements AsyncDisposable {
  readonly #child: ChildProcess;
  #output = "";

  private constructor(program: Program, args: readonly string[]) {
    this.#child = spawn(program.path, args, {
      env: { ...process.env, ...program.environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const hear = (chunk: Buffer): void => {
      this.#output += chunk.toString("utf8");
    };
    this.#child.stdout?.on("data", hear);
    this.#child.stderr?.on("data", hear);
  }

  /** Resolves once something listens on that port. */
  static async start(program: Program, args: readonly string[], port: number): Promise<LocalProgram> {
    const started = new LocalProgram(program, args);
    try {
      await eventually({ withinMs: READY_WITHIN_MS, what: `${program.path} on port ${String(port)}` }, () => {
        if (started.#hasEnded()) throw new Error(`${program.path} ended:\n${started.#output}`);
        return answers(port);
      });
    } catch (error) {
      await started[Symbol.asyncDispose]();
      throw new Error(`${program.path} did not start; it said:\n${started.#output}`, { cause: error });
    }
    return started;
  }

  /** kill -9: no goodbye. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#end("SIGTERM");
  }

  async #end(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
    if (this.#hasEnded()) return;
    const exited = once(this.#child, "exit");
    this.#child.kill(signal);
    const hard = setTimeout(() => this.#child.kill("SIGKILL"), STOP_WITHIN_MS);
    await exited;
    clearTimeout(hard);
  }

  #hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }
}

async function answers(port: number): Promise<true | undefined> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return undefined;
  } finally {
    socket.destroy();
  }
}
