/** One record of a CSV file. */
export interface CsvRecord {
  /** The line it begins on, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** What is wrong with a file, in words for the person who made it. */
export class UnreadableCsv extends Error {
  override readonly name = "UnreadableCsv";
}

const QUOTE = '"';

interface Field {
  readonly value: string;
  /** Where the separator after it stands. */
  readonly end: number;
}

const quotedField = (text: string, start: number, line: number): Field => {
  let value = "";
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf(QUOTE, from);
    if (quote < 0) throw new UnreadableCsv(`line ${String(line)}: a quote is opened and never closed`);
    value += text.slice(from, quote);
    const next = text[quote + 1];
    if (next !== QUOTE) {
      if (next !== undefined && next !== "," && next !== "\n" && next !== "\r")
        throw new UnreadableCsv(`line ${String(line)}: text stands after a closing quote`);
      return { value, end: quote + 1 };
    }
    value += QUOTE;
    from = quote + 2;
  }
};

const plainField = (text: string, start: number): Field => {
  let end = start;
  while (end < text.length && text[end] !== "," && text[end] !== "\n" && text[end] !== "\r") end++;
  return { value: text.slice(start, end), end };
};

const linesIn = (value: string): number => value.split("\n").length - 1;

/** Splits CSV (RFC 4180: quoted fields, doubled quotes, LF or CRLF, a byte order mark) into records; empty lines are skipped. */
export function* readCsv(text: string): Generator<CsvRecord> {
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const fields: string[] = [];
    const begins = line;
    for (;;) {
      const field = text[at] === QUOTE ? quotedField(text, at, line) : plainField(text, at);
      fields.push(field.value);
      line += linesIn(field.value);
      at = field.end;
      if (text[at] !== ",") break;
      at += 1;
    }
    if (text[at] === "\r") at += 1;
    if (text[at] === "\n") at += 1;
    line += 1;
    if (fields.length > 1 || fields[0] !== "") yield { line: begins, fields };
  }
}
