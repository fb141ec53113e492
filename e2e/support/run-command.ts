import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { TestServer } from "./server.ts";

const WITHIN_MS = 60_000;

/** `npm run backup`, `restore` or `keys` as somebody beside this server would; gives what it printed. */
export async function runCommand(
  { dataDir }: TestServer,
  command: "backup" | "restore" | "keys",
  ...words: readonly string[]
): Promise<string> {
  const program = fileURLToPath(new URL(`../../apps/server/src/${command}.ts`, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...words], {
    cwd: dataDir,
    env: { PATH: process.env["PATH"], CALLNEXT_DATA_DIR: dataDir },
    timeout: WITHIN_MS,
  });
  return stdout;
}
