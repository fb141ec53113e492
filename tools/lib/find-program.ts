import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where servers are installed that an ordinary user's PATH leaves out. */
const BEYOND_PATH = ["/usr/local/sbin", "/usr/sbin", "/sbin"];

/** Where a program is installed; undefined where it is not. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), ...BEYOND_PATH];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
