import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { MalformedWaits, parseWaits, readWaits } from "./read-waits.ts";
import { COLUMNS } from "./waits-row.ts";

const HEADER = COLUMNS.join();
const GOOD = '2026-03-02,08:05,Town hall,7,"Permits, appeals",12,4,2,10,25,5';

const complaintsOf = (...lines: readonly string[]): readonly string[] => {
  try {
    parseWaits([HEADER, ...lines].join("\n"));
    return [];
  } catch (error) {
    if (error instanceof MalformedWaits) return error.complaints;
    throw error;
  }
};

test("a row is read as it stands", () => {
  const [row] = parseWaits(`${HEADER}\n${GOOD}\n`);
  expect(row).toEqual({
    date: "2026-03-02",
    time: "08:05",
    office: "Town hall",
    queueId: "7",
    wait: 25,
    gap: 5,
    reading: {
      branch: "Town hall",
      queue: '["Town hall","7"]',
      at: (Date.UTC(2026, 2, 2) / 86_400_000) * 1440 + 485,
      called: 12,
      waiting: 4,
      counters: 2,
      setMinutes: 10,
    },
  });
});

test("columns may stand in another order, and others beside them", () => {
  const header = ["extra", ...[...COLUMNS].toReversed()].join();
  const fields = '5,25,10,2,4,12,"Permits, appeals",7,Town hall,08:05,2026-03-02';
  expect(parseWaits(`${header}\nx,${fields}`)).toEqual(parseWaits(`${HEADER}\n${GOOD}`));
});

test.each([
  ["date", "2026-02-30"],
  ["date", "02.03.2026"],
  ["time", "24:00"],
  ["time", "8:05"],
  ["office", " "],
  ["queue_id", ""],
  ["current_number", "-1"],
  ["current_number", ""],
  ["waiting", "4.5"],
  ["waiting", "many"],
  ["open_counters", "1e3"],
  ["published_service_min", "NaN"],
  ["published_service_min", ""],
  ["wait_until_last_in_line_called_min", "-5"],
  ["wait_until_last_in_line_called_min", "1441"],
  ["interval_min", "Infinity"],
])("%s %j is refused by row number and column", (column, value) => {
  const fields = GOOD.replace('"Permits, appeals"', "Permits").split(",");
  fields[COLUMNS.findIndex((name) => name === column)] = value;
  const complaints = complaintsOf(GOOD, fields.join(), GOOD);
  expect(complaints).toHaveLength(1);
  expect(complaints[0]).toContain(`row 2 (line 3), column ${column}: ${JSON.stringify(value)} is not`);
});

test("every wrong row and column is named", () => {
  const complaints = complaintsOf("x,y,,7,n,1,1,1,1,1,1", GOOD, "2026-03-02,08:05,Town hall");
  expect(complaints.map((complaint) => complaint.split(":")[0])).toEqual([
    "row 1 (line 2), column date",
    "row 1 (line 2), column time",
    "row 1 (line 2), column office",
    "row 3 (line 4)",
  ]);
});

test("of many wrong rows the first are written out and the others counted", () => {
  const wrong = Array.from({ length: 30 }, () => GOOD.replace("08:05", "late"));
  expect(() => parseWaits([HEADER, ...wrong].join("\n"))).toThrow(/row 20 .*\nand 10 more$/);
});

test.each([
  ["", /empty/],
  [HEADER.replace("waiting,", ""), /column waiting is missing/],
  [`${HEADER},date`, /column date stands twice/],
])("a wrong header %# is refused", (text, problem) => {
  expect(() => parseWaits(text)).toThrow(problem);
});

test("files are read packed and plain; bytes that are not text are refused", () => {
  const directory = mkdtempSync(join(tmpdir(), "callnext-waits-"));
  try {
    const write = (name: string, bytes: string | Uint8Array): string => {
      writeFileSync(join(directory, name), bytes);
      return join(directory, name);
    };
    const plain = readWaits(write("waits.csv", `${HEADER}\n${GOOD}\n`));
    expect(readWaits(write("waits.csv.gz", gzipSync(`${HEADER}\n${GOOD}\n`)))).toEqual(plain);
    expect(() => readWaits(write("broken.csv", Uint8Array.of(0x64, 0xff, 0xfe)))).toThrow(MalformedWaits);
    const packed = gzipSync(`${HEADER}\n${GOOD}\n`);
    expect(() => readWaits(write("cut.csv.gz", packed.subarray(0, 40)))).toThrow(MalformedWaits);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
