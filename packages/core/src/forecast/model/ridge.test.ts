import fc from "fast-check";
import { expect, test } from "vitest";
import { Ridge } from "./ridge.ts";

const number = fc.integer({ min: -20, max: 20 });
const rows = fc.array(
  fc.record({ x: fc.tuple(number, number, number), y: number, weight: fc.integer({ min: 1, max: 5 }) }),
  {
    maxLength: 30,
  },
);

test("at the solution the penalised squared error has no slope", () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 50 }), (examples, penalty) => {
      const ridge = new Ridge(3, penalty);
      for (const { x, y, weight } of examples) ridge.add(x, y, weight);
      const solution = ridge.solve();
      for (const [index, coefficient] of solution.entries()) {
        const slope = examples.reduce((sum, { x, y, weight }) => {
          const forecast = x.reduce((total, value, at) => total + value * (solution[at] ?? 0), 0);
          return sum + weight * (x[index] ?? 0) * (forecast - y);
        }, penalty * coefficient);
        expect(slope).toBeCloseTo(0, 5);
      }
    }),
  );
});

test("with no rows every coefficient is zero", () => {
  expect(new Ridge(4, 10).solve()).toEqual([0, 0, 0, 0]);
});
