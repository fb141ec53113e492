import { spawnSync } from "node:child_process";

/** Whether this program is a browser that starts here: a package without its libraries does not. */
export function tryBrowser(path: string): boolean {
  const { status, stdout } = spawnSync(path, ["--no-sandbox", "--version"], {
    encoding: "utf8",
    timeout: 30_000,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0 && /chrom/i.test(stdout);
}
