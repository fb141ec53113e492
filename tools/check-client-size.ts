/** Fails where the SDK grew beyond its budget: what a page pays for it, built for the oldest board, minified, gzipped. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { repoRoot } from "./lib/repo-root.ts";

const LIMIT_BYTES = 12 * 1024;

const entry = join(repoRoot, "packages", "client", "src", "index.ts");
const rolldown = join(repoRoot, "node_modules", ".bin", "rolldown");
const code = execFileSync(rolldown, [entry, "--minify", "--transform.target", "es2015", "--log-level", "silent"], { cwd: repoRoot });
const bytes = gzipSync(code, { level: 9 }).length;
console.log(`@callnext/client: ${String(bytes)} bytes gzipped of ${String(LIMIT_BYTES)} allowed (${String(code.length)} minified)`);
if (bytes > LIMIT_BYTES) process.exitCode = 1;
