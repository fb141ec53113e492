import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { CODE_ALPHABET, CODE_LENGTH, groupedCode, newPairingCode, readPairingCode } from "./pairing-code.ts";

test("security: a code has 8 letters, each as likely as any other, none taken for another", () => {
  expect(CODE_ALPHABET).not.toMatch(/[0O1IL2Z5S8BUV]/);
  expect(new Set(CODE_ALPHABET).size).toBe(CODE_ALPHABET.length);
  expect(CODE_ALPHABET.length ** CODE_LENGTH).toBeGreaterThan(7.8e10);
  const counts = new Map<string, number>();
  const letters = 23 * 2_000;
  for (let n = 0; n < letters / CODE_LENGTH; n += 1)
    for (const letter of newPairingCode(randomBytes)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  expect([...counts.keys()].toSorted().join("")).toBe([...CODE_ALPHABET].toSorted().join(""));
  // 2,000 expected each; ten standard deviations are 440.
  for (const count of counts.values()) expect(Math.abs(count - 2_000)).toBeLessThan(440);
});

test("bytes that would make some letters likelier are not used", () => {
  let calls = 0;
  const code = newPairingCode((count) => {
    calls += 1;
    return calls === 1 ? Buffer.alloc(count, 255) : Buffer.alloc(count, 1);
  });
  expect(code).toBe("CCCCCCCC");
});

test("a code is read as people type it, and nothing else is", () => {
  expect(groupedCode("ACDEFGHJ")).toBe("ACDE-FGHJ");
  for (const typed of ["ACDE-FGHJ", "acde fghj", " acdefghj ", "ACDE – FGHJ"])
    expect(readPairingCode(typed)).toBe("ACDEFGHJ");
  for (const typed of ["", "ACDE-FGH", "ACDE-FGHJK", "ACDE-FGH0", "ACDE_FGHJ", "ÀCDE-FGHJ"])
    expect(readPairingCode(typed)).toBeNull();
});
