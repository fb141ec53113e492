/**
 * `npm run faults -- [--small] [--json PATH] [NAME …]`: real processes over loopback, killed, frozen, cut off and not read.
 * Prints what was measured beside its bound; ends with 1 where a promise was broken.
 */
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { printReport } from "./print-report.ts";
import type { Report } from "./report.ts";
import { SCENARIOS } from "./scenarios/all.ts";
import { FULL, SMALL } from "./sizes.ts";

const { values, positionals } = parseArgs({
  options: { small: { type: "boolean", default: false }, json: { type: "string" } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !(name in SCENARIOS));
if (unknown.length > 0) {
  console.error(`no such scenario: ${unknown.join(", ")} (there are ${Object.keys(SCENARIOS).join(", ")})`);
  process.exit(1);
}

const sizes = values.small ? SMALL : FULL;
const reports: Report[] = [];
for (const [name, scenario] of Object.entries(SCENARIOS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  for (const report of await scenario(sizes)) {
    reports.push(report);
    printReport(report);
  }
}
if (values.json !== undefined)
  await writeFile(
    values.json,
    `${JSON.stringify({ size: values.small ? "small" : "full", reports }, null, 2)}\n`,
  );
const broken = reports.filter(({ violations }) => violations.length > 0);
console.log(`\n${String(reports.length - broken.length)} held, ${String(broken.length)} broken`);
process.exitCode = broken.length === 0 ? 0 : 1;
