import type { LineReading } from "@callnext/core";
import type { CsvRecord } from "./read-csv.ts";

export const COLUMNS = [
  "date",
  "time",
  "office",
  "queue_id",
  "queue_name",
  "current_number",
  "waiting",
  "open_counters",
  "published_service_min",
  "wait_until_last_in_line_called_min",
  "interval_min",
] as const;

export type Column = (typeof COLUMNS)[number];

/** One reading of a line with the wait that its last person had. */
export interface WaitsRow {
  readonly date: string;
  readonly time: string;
  readonly office: string;
  readonly queueId: string;
  readonly reading: LineReading;
  /** Minutes until the last in line was called. */
  readonly wait: number;
  /** Minutes between the reading that showed the call and the one before it. */
  readonly gap: number;
}

/** What is wrong with one field. */
export interface Complaint {
  readonly column: Column;
  readonly problem: string;
}

const DAY_MS = 86_400_000;
const MINUTES_A_DAY = 1440;
const SHOWN_CHARACTERS = 40;

const shown = (text: string): string =>
  JSON.stringify(text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text);

/** Days since 1970-01-01, or null where there is no such date. */
const dayNumber = (text: string): number | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  const real = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  return real ? time / DAY_MS : null;
};

const minuteNumber = (text: string): number | null => {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  if (match === null) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
};

interface Limits {
  readonly whole: boolean;
  readonly most: number;
}

const numberIn = (text: string, { whole, most }: Limits): number | null => {
  if (!(whole ? /^\d{1,9}$/ : /^\d{1,9}(\.\d{1,9})?$/).test(text)) return null;
  const value = Number(text);
  return value <= most ? value : null;
};

const COUNT: Limits = { whole: true, most: 1_000_000 };
const MINUTES: Limits = { whole: false, most: MINUTES_A_DAY };

const kinds: Readonly<
  Record<Column, { readonly read: (text: string) => number | null; readonly wanted: string }>
> = {
  date: { read: dayNumber, wanted: "a date as YYYY-MM-DD" },
  time: { read: minuteNumber, wanted: "a time from 00:00 to 23:59 as HH:MM" },
  office: { read: (text) => (text.trim() === "" ? null : 0), wanted: "a name" },
  queue_id: { read: (text) => (text.trim() === "" ? null : 0), wanted: "a name" },
  queue_name: { read: () => 0, wanted: "any text" },
  current_number: { read: (text) => numberIn(text, COUNT), wanted: "a whole number from 0" },
  waiting: { read: (text) => numberIn(text, COUNT), wanted: "a whole number from 0" },
  open_counters: { read: (text) => numberIn(text, COUNT), wanted: "a whole number from 0" },
  published_service_min: { read: (text) => numberIn(text, MINUTES), wanted: "minutes from 0 to 1440" },
  wait_until_last_in_line_called_min: {
    read: (text) => numberIn(text, MINUTES),
    wanted: "minutes from 0 to 1440",
  },
  interval_min: { read: (text) => numberIn(text, MINUTES), wanted: "minutes from 0 to 1440" },
};

/** Reads one record with the columns in the order of `header`, or says everything that is wrong with it. */
export const waitsRow = (
  { fields }: CsvRecord,
  header: ReadonlyMap<Column, number>,
): WaitsRow | readonly Complaint[] => {
  const text = (column: Column): string => fields[header.get(column) ?? -1] ?? "";
  const complaints: Complaint[] = [];
  const value = Object.fromEntries(
    COLUMNS.map((column) => {
      const read = kinds[column].read(text(column));
      if (read === null) {
        complaints.push({ column, problem: `${shown(text(column))} is not ${kinds[column].wanted}` });
      }
      return [column, read ?? 0];
    }),
  ) as Record<Column, number>;
  if (complaints.length > 0) return complaints;
  const office = text("office");
  const queueId = text("queue_id");
  return {
    date: text("date"),
    time: text("time"),
    office,
    queueId,
    wait: value.wait_until_last_in_line_called_min,
    gap: value.interval_min,
    reading: {
      branch: office,
      queue: JSON.stringify([office, queueId]),
      at: value.date * MINUTES_A_DAY + value.time,
      called: value.current_number,
      waiting: value.waiting,
      counters: value.open_counters,
      setMinutes: value.published_service_min,
    },
  };
};
