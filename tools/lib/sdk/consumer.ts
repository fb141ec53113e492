import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { repoRoot } from "../repo-root.ts";

/** What the example has from a registry; here it comes from this repository's own installation. */
const fromRegistry = ["react", "react-dom", "vite", "typescript", "@types/react", "@types/react-dom"];

/** Somebody else's program on a disk of its own: the tarballs are installed in it, the workspace is out of reach. */
export class Consumer implements Disposable {
  readonly directory: string = mkdtempSync(join(tmpdir(), "callnext-consumer-"));

  constructor(tarballs: readonly string[], sources: string) {
    this.write("package.json", '{ "private": true, "type": "module" }');
    const offline = ["--offline", "--legacy-peer-deps", "--no-package-lock", "--no-audit", "--no-fund"];
    execFileSync("npm", ["install", ...offline, ...tarballs], { cwd: this.directory, stdio: "pipe" });
    cpSync(sources, this.directory, {
      recursive: true,
      filter: (path) => !path.startsWith(join(sources, "node_modules")),
    });
    for (const name of fromRegistry) {
      const link = join(this.directory, "node_modules", name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(repoRoot, "node_modules", name), link, "dir");
    }
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.directory, file), text);
  }

  /** Files that match a pattern, relative to the program. */
  files(pattern: string): string[] {
    return globSync(pattern, { cwd: this.directory, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.directory.length + 1));
  }

  /** Runs a Node program in it: what it printed, and whether it ended well. */
  node(...args: readonly string[]): { ok: boolean; output: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: this.directory,
      encoding: "utf8",
      // Vite would build for tests otherwise.
      env: { ...process.env, NODE_ENV: "production" },
    });
    return { ok: status === 0, output: stdout + stderr };
  }

  [Symbol.dispose](): void {
    rmSync(this.directory, { recursive: true });
  }
}
