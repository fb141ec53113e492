import type { Measure, Report } from "./report.ts";

const MOST_VIOLATIONS = 20;

/** A bound that was missed without a violation is one of speed, which also tells of the machine. */
const verdict = ({ value, bound }: Measure): string =>
  bound === undefined ? "" : value <= bound ? "ok" : "OVER";
const shown = (value: number): string => String(Math.round(value * 10) / 10);

export function printReport({ name, violations, measures }: Report): void {
  console.log(`\n${violations.length === 0 ? "held  " : "BROKEN"}  ${name}`);
  const widest = Math.max(...measures.map(({ what }) => what.length));
  for (const measure of measures) {
    const { what, value, unit, bound } = measure;
    const limit = bound === undefined ? "" : `≤ ${shown(bound)} ${unit}`;
    console.log(
      `  ${what.padEnd(widest)}  ${shown(value).padStart(9)} ${unit.padEnd(2)}  ${limit.padEnd(10)} ${verdict(measure)}`.trimEnd(),
    );
  }
  for (const violation of violations.slice(0, MOST_VIOLATIONS)) console.log(`  broken: ${violation}`);
  if (violations.length > MOST_VIOLATIONS)
    console.log(`  and ${String(violations.length - MOST_VIOLATIONS)} more`);
}
