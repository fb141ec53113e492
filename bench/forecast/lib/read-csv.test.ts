import fc from "fast-check";
import { expect, test } from "vitest";
import { readCsv, UnreadableCsv } from "./read-csv.ts";

const fieldsOf = (text: string): (readonly string[])[] => [...readCsv(text)].map(({ fields }) => fields);

test("quoted fields hold commas, quotes and line ends", () => {
  expect(fieldsOf('a,"b, c","say ""no"""\n"two\nlines",,x\n')).toEqual([
    ["a", "b, c", 'say "no"'],
    ["two\nlines", "", "x"],
  ]);
});

test("a byte order mark, CRLF, empty lines and a missing last line end are taken as they are meant", () => {
  expect(fieldsOf("\uFEFFa,b\r\n\r\n1,2\r\n3,4")).toEqual([
    ["a", "b"],
    ["1", "2"],
    ["3", "4"],
  ]);
});

test("records know the line that they begin on", () => {
  expect([...readCsv('a\n"1\n2"\n\nb\n')].map(({ line }) => line)).toEqual([1, 2, 5]);
});

test.each(['a,"b\n', 'a,"b"c\n'])("%j is refused with its line", (text) => {
  expect(() => fieldsOf(text)).toThrow(UnreadableCsv);
  expect(() => fieldsOf(text)).toThrow(/line 1/);
});

test("whatever is written comes back", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r\n", " ", "ł") });
  const record = fc.array(cell, { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(record, { maxLength: 8 }), (records) => {
      const quoted = records.map((fields) =>
        fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(","),
      );
      expect(fieldsOf(quoted.join("\n"))).toEqual(records);
    }),
  );
});
