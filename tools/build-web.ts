/**
 * Builds the web app into apps/web/dist when its sources changed; says nothing when it is up to date.
 * It builds beside and swaps at the end: a failed build leaves the last good one in place.
 */
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { repoRoot } from "./lib/repo-root.ts";
import { digestOfWebSources } from "./lib/web-sources.ts";

const web = join(repoRoot, "apps", "web");
const dist = join(web, "dist");
const mark = ".built-from";
const digest = digestOfWebSources(repoRoot);

if (!process.argv.includes("--force") && readMark() === digest) process.exit(0);

const vite = join(repoRoot, "node_modules", ".bin", "vite");
if (!existsSync(vite)) {
  console.error(
    "The web app must be built, and its builder is not installed. Run `npm ci` without --omit=dev, then `npm run build`.",
  );
  process.exit(1);
}

const started = performance.now();
const next = `${dist}.next-${String(process.pid)}`;
const last = `${dist}.last-${String(process.pid)}`;
console.log("Building the web app …");
mkdirSync(next, { recursive: true });
const failed = globSync("vite.*.config.ts", { cwd: web })
  .toSorted()
  .filter((config) => !build(config));
if (failed.length > 0) {
  rmSync(next, { recursive: true });
  console.error(`The web app could not be built (${failed.join(", ")}).`);
  process.exit(1);
}
writeFileSync(join(next, mark), digest);
if (existsSync(dist)) renameSync(dist, last);
renameSync(next, dist);
rmSync(last, { recursive: true, force: true });
console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);

function readMark(): string | undefined {
  const path = join(dist, mark);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function build(config: string): boolean {
  const args = [
    "build",
    "--config",
    config,
    "--outDir",
    next,
    "--emptyOutDir",
    "false",
    "--logLevel",
    "warn",
  ];
  const { status } = spawnSync(vite, args, {
    cwd: web,
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return status === 0;
}
