import { expect, test } from "vitest";
import { unknownHole } from "./unknown-hole.ts";

test("what nothing fills is found, and what is not finished is none", () => {
  expect(unknownHole("{name}, {counter} {x}", ["name"])).toBe("{counter}");
  expect(unknownHole("{name} {na", ["name"])).toBeNull();
});
