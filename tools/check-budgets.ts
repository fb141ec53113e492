/** Fails where a source file is over the hard stop; reports median and p90. `check-budgets.ts [ROOT]` */
import { budgets, fileBudgets } from "./lib/file-budgets.ts";
import { repoRoot } from "./lib/repo-root.ts";

const { files, median, p90, tooLong } = fileBudgets(process.argv[2] ?? repoRoot);
for (const { file, lines } of tooLong) {
  console.error(`${file} has ${String(lines)} lines, the hard stop is ${String(budgets.hardStop)}`);
}
const aim = (value: number, limit: number): string => `${String(value)} (aim ≤ ${String(limit)})`;
console.log(`${String(files)} files, median ${aim(median, budgets.median)}, p90 ${aim(p90, budgets.p90)}`);
process.exitCode = tooLong.length === 0 ? 0 : 1;
