import fc from "fast-check";
import { expect, test } from "vitest";
import { binEdges, binned } from "./bins.ts";

const columns = fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 200 });

test("edges are ascending and fewer than the bins", () => {
  fc.assert(
    fc.property(columns, fc.integer({ min: 2, max: 64 }), (values, bins) => {
      const edges = [...binEdges(Float64Array.from(values), bins)];
      expect(edges.length).toBeLessThan(bins);
      expect(edges).toEqual([...new Set(edges)].toSorted((a, b) => a - b));
    }),
  );
});

test("a value's bin is the count of edges that are not above it", () => {
  fc.assert(
    fc.property(columns, fc.integer({ min: 2, max: 64 }), (values, bins) => {
      const column = Float64Array.from(values);
      const edges = binEdges(column, bins);
      const counted = values.map((value) => edges.filter((edge) => edge <= value).length);
      expect([...binned(column, edges)]).toEqual(counted);
    }),
  );
});

test("a column of one value has no edges", () => {
  expect(binEdges(Float64Array.from([7, 7, 7]), 8)).toHaveLength(0);
});

test("equal parts hold about equal counts", () => {
  const column = Float64Array.from({ length: 1000 }, (_, row) => (row * 7919) % 1000);
  const counts = new Map<number, number>();
  for (const bin of binned(column, binEdges(column, 10))) counts.set(bin, (counts.get(bin) ?? 0) + 1);
  expect([...counts.values()]).toEqual(Array.from({ length: 10 }, () => 100));
});
