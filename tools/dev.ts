/**
 * `npm run dev`: the web app rebuilt at each change, and the server started anew at each change of its sources.
 * Reload the page to see a change. Ends, with its children, on Ctrl-C or when one of them ends.
 */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { globSync, rmSync } from "node:fs";
import { join } from "node:path";
import { repoRoot } from "./lib/repo-root.ts";

const web = join(repoRoot, "apps", "web");
const dist = join(web, "dist");
// Without its mark of origin the next `npm start` builds the web app again.
rmSync(dist, { recursive: true, force: true });

const children: ChildProcess[] = [];
let stopping = false;

function stop(): void {
  if (stopping) return;
  stopping = true;
  for (const child of children) child.kill("SIGTERM");
}

function start(name: string, command: string, args: readonly string[], cwd: string): void {
  const child = spawn(command, args, { cwd, stdio: ["ignore", "inherit", "inherit"] });
  children.push(child);
  child.once("error", (error) => {
    console.error(`${name} could not be started: ${error.message}`);
    process.exitCode = 1;
    stop();
  });
  child.once("exit", (code) => {
    if (!stopping) {
      console.error(`${name} ended (${String(code)})`);
      process.exitCode = 1;
    }
    stop();
  });
}

process.once("SIGINT", stop);
process.once("SIGTERM", stop);

for (const config of globSync("vite.*.config.ts", { cwd: web }).toSorted()) {
  const args = [
    "build",
    "--watch",
    "--config",
    config,
    "--outDir",
    dist,
    "--emptyOutDir",
    "false",
    "--logLevel",
    "warn",
  ];
  start(config, join(repoRoot, "node_modules", ".bin", "vite"), args, web);
}
start("server", process.execPath, ["--watch", join(repoRoot, "apps", "server", "src", "main.ts")], repoRoot);
