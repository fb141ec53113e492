import { expect, test } from "vitest";
import { checkMemory } from "./check-memory.ts";

const samples = [50, 100, 130, 159, 120].map((mb, index) => ({ at: index * 100, mb }));

test("memory is measured from where it stood when the load began to its highest", () => {
  expect(checkMemory(samples, 100, 60)).toEqual([]);
  expect(checkMemory([...samples, { at: 900, mb: 161 }], 100, 60)).toEqual([
    "the server's memory grew by 61.0 MB, allowed are 60",
  ]);
});

test("a load without a sample before it is judged from the first, and no sample at all is no proof", () => {
  expect(checkMemory(samples, -1, 60)).toHaveLength(1);
  expect(checkMemory([], 0, 60)).toHaveLength(1);
});
