import { readFile, symlink } from "node:fs/promises";
import path from "node:path";
import { errorCode } from "../error-code.ts";

/**
 * npm packages cannot hold symbolic links, so the binaries' package makes its own in an install script.
 * Where install scripts are switched off the libraries would not be found; so what is missing is made here.
 */
export async function restoreLinks(packageRoot: string): Promise<void> {
  const links = JSON.parse(
    await readFile(path.join(packageRoot, "native/pg-symlinks.json"), "utf8"),
  ) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  for (const link of links) {
    const target = path.join(packageRoot, link.target);
    try {
      await symlink(path.relative(path.dirname(target), path.join(packageRoot, link.source)), target);
    } catch (error) {
      if (!["EEXIST", "EACCES", "EPERM", "EROFS"].includes(errorCode(error) ?? "")) throw error;
    }
  }
}
