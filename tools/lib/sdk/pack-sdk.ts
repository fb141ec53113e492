import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stagePackage } from "./stage-package.ts";

/** What integrators install, in the order in which it is published. */
const published = ["client", "react"] as const;

/** Makes the tarballs that `npm publish` and `npm install` take; gives their paths. */
export function packSdk(directory: string): string[] {
  mkdirSync(directory, { recursive: true });
  const scratch = mkdtempSync(join(tmpdir(), "callnext-sdk-"));
  try {
    return published.map((name) => {
      const staging = join(scratch, `${name}-package`);
      stagePackage(name, scratch, staging);
      return join(directory, pack(staging, directory));
    });
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function pack(staging: string, directory: string): string {
  const { status, stdout, stderr } = spawnSync("npm", ["pack", "--silent", "--pack-destination", directory], {
    cwd: staging,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (status !== 0) throw new Error(`npm pack failed: ${stderr}`);
  return stdout.trim();
}
