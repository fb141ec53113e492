import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

export interface DeployFile {
  /** From the root, with slashes. */
  readonly name: string;
  readonly text: string;
}

/** Everything by which the server is run for real. What somebody filled in for themselves is not ours. */
export function deployFiles(root: string): readonly DeployFile[] {
  const names = ["Dockerfile", ".dockerignore", ...globSync("deploy/**", { cwd: root })];
  return names
    .filter((name) => existsSync(join(root, name)) && statSync(join(root, name)).isFile())
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => !name.endsWith("/.env"))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(join(root, name), "utf8") }));
}
