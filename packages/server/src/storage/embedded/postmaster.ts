import { spawn } from "node:child_process";
import { open, readFile, stat, truncate } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { UnusableDatabase } from "../unusable-database.ts";
import { quietEnvironment } from "./constants.ts";
import { removeLeftovers, runningPostmaster } from "./pid-file.ts";
import type { Placement } from "./placement.ts";

const LOG_LIMIT_BYTES = 10_000_000;
const POLL_MS = 15;

/** Finds PostgreSQL running and ready, or starts it. `adopted` says that it ran already. */
export async function ensurePostmaster(
  placement: Placement,
  timeoutMs: number,
): Promise<{ adopted: boolean }> {
  const deadline = performance.now() + timeoutMs;
  let spawned: Spawned | undefined;
  let adopted = true;
  while (performance.now() < deadline) {
    const running = await runningPostmaster(placement.data);
    if (running?.ready === true) return { adopted };
    // One that gave up (another server's was quicker, or the old one's memory was not yet free) is tried again.
    if (running === undefined && (spawned === undefined || spawned.exited)) {
      await removeLeftovers(placement);
      spawned = await spawnPostmaster(placement);
      adopted = false;
    }
    await wait(spawned?.exited === true ? POLL_MS * 10 : POLL_MS);
  }
  throw new UnusableDatabase(
    `The built-in PostgreSQL did not start within ${timeoutMs / 1000} s: ${await lastLine(placement.log)} (see ${placement.log})`,
  );
}

interface Spawned {
  exited: boolean;
}

/** In a session of its own: neither Ctrl-C nor the death of this process reaches it. */
async function spawnPostmaster(placement: Placement): Promise<Spawned> {
  const size = await stat(placement.log).then(
    (status) => status.size,
    () => 0,
  );
  if (size > LOG_LIMIT_BYTES) await truncate(placement.log);
  await using log = await open(placement.log, "a", 0o600);
  const child = spawn(
    path.join(placement.binaries, "bin/postgres"),
    ["-D", placement.data, ...settings(placement)],
    {
      ...placement.runAs,
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
      cwd: "/",
      env: quietEnvironment,
    },
  );
  const state: Spawned = { exited: false };
  child.on("exit", () => (state.exited = true));
  child.on("error", () => (state.exited = true));
  child.unref();
  return state;
}

function settings(placement: Placement): readonly string[] {
  const values = {
    listen_addresses: "",
    unix_socket_directories: `"${placement.socket.replaceAll('"', '""')}"`,
    unix_socket_permissions: "0700",
    fsync: "on",
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    // The server reports its own failed statements; here they would repeat the values in them.
    log_min_messages: "log",
    log_checkpoints: "off",
    log_error_verbosity: "terse",
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

async function lastLine(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch(() => "");
  return text.trim().split("\n").at(-1) ?? "";
}
