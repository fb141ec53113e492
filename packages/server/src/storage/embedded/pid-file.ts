import { execFile } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { Placement } from "./placement.ts";
import { SOCKET_PORT } from "./socket-directory.ts";

export interface RunningPostmaster {
  readonly pid: number;
  readonly ready: boolean;
}

const READY_LINE = 7;

/** What `postmaster.pid` names, if that process truly is this data directory's PostgreSQL. */
export async function runningPostmaster(data: string): Promise<RunningPostmaster | undefined> {
  const lines = (await pidFileText(data))?.split("\n");
  const pid = Number(lines?.[0]);
  if (lines === undefined || !Number.isInteger(pid) || pid <= 1) return undefined;
  // A zombie has no command line; a reused pid has another one.
  if (!isPostmaster(await commandLine(pid), data)) return undefined;
  return { pid, ready: lines[READY_LINE]?.trim() === "ready" };
}

/** Left-overs of a PostgreSQL that is gone; a zombie's or a reused pid in them would block the next start. */
export async function removeLeftovers(placement: Placement): Promise<void> {
  const before = await pidFileText(placement.data);
  if ((await runningPostmaster(placement.data)) !== undefined) return;
  if ((await pidFileText(placement.data)) !== before) return;
  const socket = path.join(placement.socket, `.s.PGSQL.${SOCKET_PORT}`);
  for (const file of [path.join(placement.data, "postmaster.pid"), socket, `${socket}.lock`]) {
    await rm(file, { force: true });
  }
}

async function pidFileText(data: string): Promise<string | undefined> {
  return await readFile(path.join(data, "postmaster.pid"), "utf8").catch(() => undefined);
}

async function commandLine(pid: number): Promise<readonly string[]> {
  if (process.platform === "linux") {
    const text = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    return text.split("\0");
  }
  const answer = await promisify(execFile)("ps", ["-o", "command=", "-p", String(pid)]).catch(
    () => undefined,
  );
  return answer?.stdout.trim().split(/ (?=-)| -D /) ?? [];
}

function isPostmaster(words: readonly string[], data: string): boolean {
  return (
    path.basename(words[0] ?? "") === "postgres" &&
    words.some((word) => word === data || word === `-D ${data}`)
  );
}
