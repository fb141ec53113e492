/**
 * `npm run bench:forecast-simulated -- [--days N] [--seeds N] [--json FILE]`: branches of which everything is known,
 * with what the data of real ones lacks (classes, policies, breaks, no-shows, leavers, a counter that closes).
 * Ends with 1 where a range does not keep its word.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { table } from "../forecast/lib/table.ts";
import { judgeScenario, type Verdict } from "./lib/judge-scenario.ts";
import { SCENARIOS } from "./lib/scenarios.ts";

/** Of all waits after the first day, and of those that began two hours after a counter closed. */
const LEAST = 0.78;
const MOST = 0.82;

const percent = (share: number | undefined): string =>
  share === undefined ? "–" : `${(100 * share).toFixed(1)} %`;

const isKept = (share: number): boolean => share >= LEAST && share <= MOST;

const isHeld = ({ onJoining, onTheWay, laterAfterClosing }: Verdict): boolean =>
  [onJoining, onTheWay, laterAfterClosing].every((score) => score === null || isKept(score.coverage));

const HEAD = [
  "",
  "waits",
  "MAE",
  "bias",
  "width",
  "in range",
  "on the way",
  "of each class",
  "≤ 2 h after closing",
  "later",
  "",
] as const;

const lineOf = (verdict: Verdict): string[] => {
  const { name, onJoining, onTheWay, classes, soonAfterClosing, laterAfterClosing } = verdict;
  return [
    name,
    String(onJoining.count),
    onJoining.mae.toFixed(1),
    onJoining.bias.toFixed(1),
    onJoining.width.toFixed(1),
    percent(onJoining.coverage),
    percent(onTheWay.coverage),
    Object.values(classes)
      .map(({ coverage }) => percent(coverage))
      .join(" / "),
    percent(soonAfterClosing?.coverage),
    percent(laterAfterClosing?.coverage),
    isHeld(verdict) ? "held" : "BROKEN",
  ];
};

const main = (): number => {
  const { values } = parseArgs({
    options: {
      days: { type: "string", default: "30" },
      seeds: { type: "string", default: "5" },
      json: { type: "string" },
    },
  });
  const [days, count] = [Number(values.days), Number(values.seeds)];
  if (!Number.isInteger(days) || days < 2 || !Number.isInteger(count) || count < 1) {
    console.error("--days is a whole number from 2, --seeds one from 1");
    return 2;
  }
  const seeds = Array.from({ length: count }, (_, index) => index + 1);
  const verdicts = SCENARIOS.map((scenario) => judgeScenario(scenario, days, seeds));
  console.log(
    `${String(count)} branches of each kind over ${String(days)} days, each forecast from its own past. Minutes; the first day is not counted.\n`,
  );
  console.log(table(HEAD, verdicts.map(lineOf)));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(verdicts, null, 2)}\n`);
  return verdicts.every(isHeld) ? 0 : 1;
};

process.exitCode = main();
