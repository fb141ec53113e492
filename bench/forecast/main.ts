/**
 * `npm run bench:forecast -- --data FILE.csv[.gz] --out PREDICTIONS.csv`: walks forward through a file of waits,
 * forecasts each row from what was known at its time, and says how well that went. Without `--data` it takes the
 * shipped data of Warsaw's offices. docs/forecast.md describes the columns.
 */
import { parseArgs } from "node:util";
import { MalformedWaits, readWaits } from "./lib/read-waits.ts";
import { runBench } from "./lib/run-bench.ts";
import { SHIPPED } from "./lib/shipped-rows.ts";
import { reserveFile } from "./lib/write-predictions.ts";

const USAGE = "npm run bench:forecast -- [--data FILE.csv[.gz]] [--out PREDICTIONS.csv]";

const options = (): { data: string; out: string | null } | null => {
  try {
    const { values } = parseArgs({ options: { data: { type: "string" }, out: { type: "string" } } });
    return { data: values.data ?? SHIPPED, out: values.out ?? null };
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    return null;
  }
};

const main = (): number => {
  const chosen = options();
  if (chosen === null) return 2;
  try {
    const rows = readWaits(chosen.data);
    const file = chosen.out === null ? null : reserveFile(chosen.out);
    try {
      const predictions = runBench(rows, (line) => {
        console.log(line);
      });
      file?.write(predictions);
    } finally {
      file?.release();
    }
    return 0;
  } catch (error) {
    if (!(error instanceof MalformedWaits) && (error as NodeJS.ErrnoException).code === undefined)
      throw error;
    console.error(`${chosen.data}: nothing was forecast.\n${(error as Error).message}`);
    return 1;
  }
};

process.exitCode = main();
