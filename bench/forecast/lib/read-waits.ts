import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { readCsv, UnreadableCsv } from "./read-csv.ts";
import { type Column, COLUMNS, type WaitsRow, waitsRow } from "./waits-row.ts";

/** So many complaints are written out; the rest is counted. */
const SHOWN_COMPLAINTS = 20;
const GZIP = [0x1f, 0x8b] as const;

/** A file that is not a table of waits: one line for each thing that is wrong. */
export class MalformedWaits extends Error {
  override readonly name = "MalformedWaits";
  readonly complaints: readonly string[];

  constructor(complaints: readonly string[]) {
    const rest = complaints.length - SHOWN_COMPLAINTS;
    const shown = complaints.slice(0, SHOWN_COMPLAINTS);
    super([...shown, ...(rest > 0 ? [`and ${String(rest)} more`] : [])].join("\n"));
    this.complaints = complaints;
  }
}

/** Unpacked, a file of years of readings is far smaller. */
const MOST_BYTES = 1_000_000_000;

const readText = (path: string): string => {
  const bytes = readFileSync(path);
  const packed = bytes[0] === GZIP[0] && bytes[1] === GZIP[1];
  try {
    const text = packed ? gunzipSync(bytes, { maxOutputLength: MOST_BYTES }) : bytes;
    return new TextDecoder("utf-8", { fatal: true }).decode(text);
  } catch (error) {
    throw new MalformedWaits([`the file is not UTF-8 text: ${(error as Error).message}`]);
  }
};

const headerOf = (fields: readonly string[]): ReadonlyMap<Column, number> => {
  const complaints = COLUMNS.flatMap((column) => {
    const count = fields.filter((field) => field === column).length;
    return count === 1 ? [] : [`header: column ${column} ${count === 0 ? "is missing" : "stands twice"}`];
  });
  if (complaints.length > 0) throw new MalformedWaits(complaints);
  return new Map(COLUMNS.map((column) => [column, fields.indexOf(column)]));
};

/** Reads a table of waits from CSV text. Throws MalformedWaits with every wrong row, counted from 1 after the header. */
export const parseWaits = (text: string): WaitsRow[] => {
  const rows: WaitsRow[] = [];
  const complaints: string[] = [];
  let header: ReadonlyMap<Column, number> | null = null;
  let width = 0;
  let number = 0;
  for (const record of readCsv(text)) {
    if (header === null) {
      header = headerOf(record.fields);
      width = record.fields.length;
      continue;
    }
    number += 1;
    const where = `row ${String(number)} (line ${String(record.line)})`;
    if (record.fields.length !== width) {
      complaints.push(`${where}: ${String(record.fields.length)} fields, the header has ${String(width)}`);
      continue;
    }
    const row = waitsRow(record, header);
    if ("reading" in row) rows.push(row);
    else complaints.push(...row.map(({ column, problem }) => `${where}, column ${column}: ${problem}`));
  }
  if (header === null) throw new MalformedWaits(["the file is empty"]);
  if (complaints.length > 0) throw new MalformedWaits(complaints);
  return rows;
};

/** Reads a `.csv` or `.csv.gz` file. */
export const readWaits = (path: string): WaitsRow[] => {
  try {
    return parseWaits(readText(path));
  } catch (error) {
    if (error instanceof UnreadableCsv) throw new MalformedWaits([error.message]);
    throw error;
  }
};
