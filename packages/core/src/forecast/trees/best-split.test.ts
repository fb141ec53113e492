import fc from "fast-check";
import { expect, test } from "vitest";
import { bestSplit } from "./best-split.ts";
import { histogramOf, layoutOf, subtractHistogram } from "./histogram.ts";
import { binColumns } from "./training-table.ts";

const LIMITS = { minLeafRows: 2, leafPenalty: 1 };
const WIDTH = 3;

const tables = fc.array(
  fc.record({
    x: fc.tuple(...Array.from({ length: WIDTH }, () => fc.integer({ min: 0, max: 9 }))),
    gradient: fc.integer({ min: -50, max: 50 }),
    weight: fc.integer({ min: 1, max: 5 }),
  }),
  { minLength: 4, maxLength: 40 },
);
type Table = typeof tables extends fc.Arbitrary<infer T> ? T : never;

const sumsOf = (table: Table) => ({
  gradient: table.reduce((sum, { gradient }) => sum + gradient, 0),
  weight: table.reduce((sum, { weight }) => sum + weight, 0),
  rows: table.length,
});

const prepared = (table: Table) => {
  const columns = binColumns(
    table.map(({ x }) => Float64Array.from(x)),
    WIDTH,
    16,
  );
  return {
    columns,
    layout: layoutOf(columns, [0, 1, 2]),
    sums: {
      gradient: Float64Array.from(table, ({ gradient }) => gradient),
      weight: Float64Array.from(table, ({ weight }) => weight),
    },
    rows: Int32Array.from(table.keys()),
  };
};

const gainOf = (table: Table, left: Table): number => {
  const score = (part: Table): number => {
    const { gradient, weight } = sumsOf(part);
    return gradient ** 2 / (weight + LIMITS.leafPenalty);
  };
  return score(left) + score(table.filter((row) => !left.includes(row))) - score(table);
};

test("the split found gains as much as the best of all splits tried one by one", () => {
  fc.assert(
    fc.property(tables, (table) => {
      const { columns, layout, sums, rows } = prepared(table);
      const found = bestSplit(histogramOf(columns, layout, sums, rows), layout, sumsOf(table), LIMITS);
      const gains = columns.edges.flatMap((edges, feature) =>
        [...edges].map((edge) => table.filter(({ x }) => (x[feature] ?? 0) < edge)),
      );
      const allowed = gains.filter(
        (left) => left.length >= LIMITS.minLeafRows && table.length - left.length >= LIMITS.minLeafRows,
      );
      const best = Math.max(0, ...allowed.map((left) => gainOf(table, left)));
      if (found === null) {
        expect(best).toBeLessThan(1e-6);
        return;
      }
      const edge = columns.edges[found.feature]?.[found.bin] ?? Number.NaN;
      const left = table.filter(({ x }) => (x[found.feature] ?? 0) < edge);
      expect(gainOf(table, left)).toBeCloseTo(best, 6);
      expect(found.left).toEqual(sumsOf(left));
    }),
  );
});

test("what is left after one part is taken out is the other part's histogram", () => {
  fc.assert(
    fc.property(tables, (table) => {
      const { columns, layout, sums, rows } = prepared(table);
      const half = rows.length >> 1;
      const histogram = (part: Int32Array): Float64Array => histogramOf(columns, layout, sums, part);
      const rest = subtractHistogram(histogram(rows), histogram(rows.slice(0, half)));
      expect([...rest]).toEqual([...histogram(rows.slice(half))]);
    }),
  );
});
