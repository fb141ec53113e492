import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";

export interface ChildServer extends AsyncDisposable {
  readonly child: ChildProcessWithoutNullStreams;
  /** The next line it prints, as JSON. */
  readonly said: () => Promise<Record<string, unknown>>;
  /** As a crash would. */
  readonly kill: () => Promise<void>;
  /** In good order. */
  readonly stop: () => Promise<void>;
}

/** Another process running one of the test scripts, which stop when their input ends. */
export function startChild(
  script: string,
  args: readonly string[],
  options: {
    readonly uid?: number;
    readonly gid?: number;
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): ChildServer {
  const { env, ...identity } = options;
  const child = spawn(process.execPath, [script, ...args], {
    ...identity,
    cwd: "/",
    env: { PATH: process.env["PATH"], HOME: "/nonexistent", ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const errors: string[] = [];
  child.stderr.on("data", (text: Buffer) => errors.push(text.toString()));
  const exited = once(child, "exit");
  const end = async (how: () => void): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    how();
    await exited;
  };
  const stop = (): Promise<void> => end(() => child.stdin.end());
  return {
    child,
    async said() {
      const line = await lines.next();
      if (line.done === true) throw new Error(`the process ended: ${errors.join("")}`);
      return JSON.parse(line.value) as Record<string, unknown>;
    },
    kill: () => end(() => child.kill("SIGKILL")),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

export const embeddedChild = path.join(import.meta.dirname, "embedded-child.ts");
