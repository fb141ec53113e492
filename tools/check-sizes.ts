/** Fails where the SDK or a page grew beyond its budget: what its reader pays, built, minified, gzipped. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repoRoot } from "./lib/repo-root.ts";
import { bundlePackage } from "./lib/sizes/bundle-package.ts";
import { firstLoad } from "./lib/sizes/first-load.ts";
import { gzippedBytes } from "./lib/sizes/gzipped-bytes.ts";
import { sizeBudgets } from "./lib/sizes/size-budgets.ts";
import type { Measured } from "./lib/sizes/size-budgets.ts";

const dist = join(repoRoot, "apps", "web", "dist");
const { status } = spawnSync(process.execPath, [join(repoRoot, "tools", "build-web.ts")], {
  stdio: ["ignore", "inherit", "inherit"],
});
if (status !== 0) process.exit(1);

const page = (path: string): Buffer[] => firstLoad(dist, path).map((file) => readFileSync(join(dist, file)));

const sizes: Readonly<Record<Measured, number>> = {
  "@callnext/client": gzippedBytes([bundlePackage("client", [])]),
  "@callnext/react": gzippedBytes([bundlePackage("react", ["react", "@callnext/client"])]),
  board: gzippedBytes(page("pages/display.html")),
  "board, old sets": gzippedBytes(page("pages/board-lite.html")),
  "front door": gzippedBytes(page("pages/home.html")),
  "visitor, joining": gzippedBytes(page("pages/join.html")),
  "visitor, ticket": gzippedBytes(page("pages/ticket.html")),
  "visitor, booking": gzippedBytes(page("pages/book.html")),
  "visitor, appointment": gzippedBytes(page("pages/appointment.html")),
  "visitor, waiting list": gzippedBytes(page("pages/waiting.html")),
  console: gzippedBytes(page("console/index.html")),
};

const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1);
for (const [name, bytes] of Object.entries(sizes)) {
  const budget = sizeBudgets[name as Measured];
  const line = `${name.padEnd(21)} ${kilobytes(bytes).padStart(6)} KB gzipped of ${kilobytes(budget)} allowed`;
  if (bytes <= budget) console.log(line);
  else console.error(`${line}: TOO LARGE`);
  if (bytes > budget) process.exitCode = 1;
}
