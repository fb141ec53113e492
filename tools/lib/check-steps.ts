import { join } from "node:path";
import { repoRoot } from "./repo-root.ts";

export interface Step {
  name: string;
  command: string;
  args: readonly string[];
}

const bin = (name: string): string => join(repoRoot, "node_modules", ".bin", name);
const tool = (name: string, ...args: string[]): Omit<Step, "name"> => ({
  command: process.execPath,
  args: [join(repoRoot, "tools", name), ...args],
});

/** What `npm run check` runs, cheapest first. `node tools/check.ts NAME …` runs single steps. */
export const checkSteps: readonly Step[] = [
  { name: "arrows", ...tool("check-arrows.ts") },
  { name: "budgets", ...tool("check-budgets.ts") },
  { name: "lock", ...tool("complete-lock.ts", "--check") },
  { name: "deploy", ...tool("check-deploy.ts") },
  { name: "types", command: bin("tsc"), args: ["-b"] },
  { name: "lint", command: bin("oxlint"), args: ["--type-aware"] },
  { name: "format", command: bin("oxfmt"), args: ["--check"] },
  { name: "unused", command: bin("knip"), args: ["--no-progress"] },
  { name: "sizes", ...tool("check-sizes.ts") },
];
