/** Fails where an import points against the arrows (tools/lib/arrow-rules.ts). `check-arrows.ts [ROOT]` */
import { arrowViolations } from "./lib/arrow-violations.ts";
import { repoRoot } from "./lib/repo-root.ts";

const violations = arrowViolations(process.argv[2] ?? repoRoot);
for (const line of violations) console.error(line);
console.log(
  violations.length === 0 ? "arrows point at the core" : `${String(violations.length)} wrong imports`,
);
process.exitCode = violations.length === 0 ? 0 : 1;
