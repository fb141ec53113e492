import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import type { RunAs } from "./operating-system-user.ts";
import { privateDirectory } from "./private-directory.ts";

export const SOCKET_PORT = 5432;
const SOCKET_FILE = `.s.PGSQL.${SOCKET_PORT}`;
/** `sun_path` holds 108 bytes on Linux and 104 on macOS, the closing zero included. */
const LONGEST_PATH = 103;

/** A directory only PostgreSQL's user may enter, short enough for a socket's path. */
export async function socketDirectory(base: string, runAs: RunAs | undefined): Promise<string> {
  const hash = createHash("sha256").update(base).digest("hex").slice(0, 16);
  const places = [
    path.join(base, "postgres-socket"),
    path.join(tmpdir(), `callnext-${hash}`),
    `/tmp/callnext-${hash}`,
  ];
  const short = places.find((place) => Buffer.byteLength(path.join(place, SOCKET_FILE)) <= LONGEST_PATH);
  if (short === undefined) throw new Error("/tmp is always short enough");
  await privateDirectory(short, runAs);
  return short;
}
