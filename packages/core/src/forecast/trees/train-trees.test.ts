import fc from "fast-check";
import { expect, test } from "vitest";
import { type BoostedTrees, LEAF } from "./boosted-trees.ts";
import { randomStream } from "./random-stream.ts";
import { rightParts } from "./right-parts.ts";
import { sumTrees } from "./sum-trees.ts";
import { trainTrees, type TrainOptions } from "./train-trees.ts";
import { binColumns } from "./training-table.ts";

const OPTIONS: TrainOptions = {
  trees: 40,
  depth: 4,
  learningRate: 0.2,
  minLeafRows: 5,
  leafPenalty: 1,
  groupShare: 0.7,
  featureShare: 0.8,
  seed: 7,
};

/** Rows of a bent surface with noise, in groups of ten. */
const rowsOf = (seed: number, count = 600) => {
  const random = randomStream(seed);
  const x = Array.from({ length: count }, () => Float64Array.from({ length: 4 }, () => random() * 10));
  const target = Float64Array.from(x, ([a = 0, b = 0]) => (a > 5 ? 3 * b : a) + random() - 0.5);
  const training = {
    columns: binColumns(x, 4, 32),
    target,
    weight: new Float64Array(count).fill(1),
    group: Int32Array.from(x, (_, row) => Math.floor(row / 10)),
  };
  return { x, target, training };
};

const meanSquare = (model: BoostedTrees, x: readonly Float64Array[], target: Float64Array): number => {
  const sum = sumTrees(model);
  return x.reduce((total, row, index) => total + (sum(row) - (target[index] ?? 0)) ** 2, 0) / x.length;
};

test("trees learn a surface that they have not seen", () => {
  const { training } = rowsOf(1, 3000);
  const fresh = rowsOf(2);
  const none = meanSquare(trainTrees(training, { ...OPTIONS, trees: 0 }), fresh.x, fresh.target);
  const some = meanSquare(trainTrees(training, OPTIONS), fresh.x, fresh.target);
  expect(none).toBeGreaterThan(30);
  expect(some).toBeLessThan(0.8);
});

test("the same rows, options and seed give the same trees; another seed gives others", () => {
  const { training } = rowsOf(3);
  expect(trainTrees(training, OPTIONS)).toEqual(trainTrees(training, OPTIONS));
  expect(trainTrees(training, OPTIONS)).not.toEqual(trainTrees(training, { ...OPTIONS, seed: 8 }));
});

test("a model that went through JSON forecasts the same", () => {
  const { training, x } = rowsOf(4);
  const model = trainTrees(training, OPTIONS);
  const again = sumTrees(JSON.parse(JSON.stringify(model)) as BoostedTrees);
  const sum = sumTrees(model);
  for (const row of x) expect(again(row)).toBe(sum(row));
});

test("no leaf stands on fewer rows than it may, and a forecast stays within what was seen", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 5, max: 40 }), (seed, minLeafRows) => {
      const { training, x, target } = rowsOf(seed, 200);
      const options = { ...OPTIONS, seed, minLeafRows, groupShare: 1, trees: 5 };
      const model = trainTrees(training, options);
      for (const tree of model.trees) {
        const right = rightParts(tree);
        const counts = new Map<number, number>();
        for (const row of x) {
          let node = 0;
          for (let asked = tree.feature[node] ?? LEAF; asked !== LEAF; asked = tree.feature[node] ?? LEAF) {
            const yes = (row[asked] ?? 0) < (tree.number[node] ?? 0);
            node = yes ? node + 1 : (right[node] ?? 0);
          }
          counts.set(node, (counts.get(node) ?? 0) + 1);
        }
        for (const count of counts.values()) expect(count).toBeGreaterThanOrEqual(minLeafRows);
      }
      const sum = sumTrees(model);
      for (const row of x) {
        expect(sum(row)).toBeGreaterThanOrEqual(Math.min(...target) - 1);
        expect(sum(row)).toBeLessThanOrEqual(Math.max(...target) + 1);
      }
    }),
    { numRuns: 25 },
  );
});

test("only the proportions of the weights matter", () => {
  const { training } = rowsOf(5);
  const heavy = { ...training, weight: training.weight.map((weight) => weight * 1024) };
  expect(trainTrees(heavy, OPTIONS)).toEqual(trainTrees(training, OPTIONS));
});

test("no rows make a model that says zero", () => {
  const training = {
    columns: binColumns([], 4, 32),
    target: new Float64Array(),
    weight: new Float64Array(),
    group: new Int32Array(),
  };
  expect(sumTrees(trainTrees(training, OPTIONS))(new Float64Array(4))).toBe(0);
});
