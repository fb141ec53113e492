import { renameSync, rmSync, writeFileSync } from "node:fs";
import type { WaitForecast } from "@callnext/core";
import type { WaitsRow } from "./waits-row.ts";

const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const lineOf = ({ date, time, office, queueId }: WaitsRow, { p10, p50, p90 }: WaitForecast): string =>
  [date, time, field(office), field(queueId), ...[p10, p50, p90].map((minutes) => minutes.toFixed(2))].join();

/** One line per row, in the order of the rows. */
export const predictionsCsv = (rows: readonly WaitsRow[], forecasts: readonly WaitForecast[]): string => {
  const lines = rows.flatMap((row, index) => {
    const forecast = forecasts[index];
    return forecast === undefined ? [] : [lineOf(row, forecast)];
  });
  return `${["date,time,office,queue_id,p10,p50,p90", ...lines].join("\n")}\n`;
};

/** A file that appears whole or not at all. */
export interface ReservedFile {
  readonly write: (text: string) => void;
  /** To be called in any case, at the end. */
  readonly release: () => void;
}

/** Throws at once where the file cannot be written, not after minutes of work. */
export const reserveFile = (path: string): ReservedFile => {
  const unfinished = `${path}.part`;
  writeFileSync(unfinished, "");
  return {
    write: (text) => {
      writeFileSync(unfinished, text);
      renameSync(unfinished, path);
    },
    release: () => {
      rmSync(unfinished, { force: true });
    },
  };
};
