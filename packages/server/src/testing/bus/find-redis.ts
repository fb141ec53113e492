import { spawnSync } from "node:child_process";
import { unpackRedis } from "./unpack-redis.ts";

/** A program that starts here, with what its environment needs beside the usual. */
export interface RedisProgram {
  readonly path: string;
  readonly environment: Readonly<Record<string, string>>;
}

const usual = [
  "redis-server",
  "valkey-server",
  "/usr/sbin/redis-server",
  "/usr/local/bin/redis-server",
  "/opt/homebrew/bin/redis-server",
];

let found: RedisProgram | null | undefined;

/**
 * A Redis for the tests: an installed one, else Debian's packages unpacked into a folder of this user, as root
 * too, because installing them would start a service. Null when none of them starts.
 */
export function findRedis(): RedisProgram | null {
  found ??= findInstalled() ?? unpackRedis(startsHere);
  return found;
}

function findInstalled(): RedisProgram | null {
  const path = usual.find((candidate) => startsHere({ path: candidate, environment: {} }));
  return path === undefined ? null : { path, environment: {} };
}

function startsHere({ path, environment }: RedisProgram): boolean {
  const { status, stdout } = spawnSync(path, ["--version"], {
    encoding: "utf8",
    timeout: 10_000,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "ignore"],
  });
  // Sharded channels came with version 7.
  return status === 0 && /server v=([7-9]|\d\d)\./.test(stdout);
}
