import fc from "fast-check";
import { expect, test } from "vitest";
import { retryInMs } from "./close-reason.ts";

test("reads the delay that a restarting server dictates", () => {
  expect(retryInMs('{"retry_in_ms":1500}')).toBe(1_500);
});

test("any other reason is no delay, and nothing throws", () => {
  for (const reason of [
    "",
    "going away",
    "{",
    "{}",
    "null",
    '{"retry_in_ms":-1}',
    '{"retry_in_ms":"5"}',
    '{"retry_in_ms":1e999}',
  ]) {
    expect(retryInMs(reason)).toBeNull();
  }
  fc.assert(fc.property(fc.string(), (reason) => void retryInMs(reason)));
});
