import { expect, test } from "vitest";
import { RECOVERY_CODES, RECOVERY_RANDOM_BYTES, recoveryCodes, recoveryHash } from "./recovery-codes.ts";

const random = Uint8Array.from(
  { length: RECOVERY_RANDOM_BYTES },
  (_, index) => (index * index * 31 + index * 7) % 251,
);

test("ten codes, all different, to be read aloud and typed", () => {
  const codes = recoveryCodes(random);
  expect(new Set(codes).size).toBe(RECOVERY_CODES);
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
});

test("how it is typed makes no difference; whose it is does", () => {
  const kept = recoveryHash("anna", "01AB-CDEF-GHJK-MNPQ");
  expect(recoveryHash("anna", " oiab cdef ghjk mnpq")).toBe(kept);
  expect(recoveryHash("anna", "olAB-CDEF-GHJK-MNPQ")).toBe(kept);
  expect(recoveryHash("bert", "01AB-CDEF-GHJK-MNPQ")).not.toBe(kept);
  expect(recoveryHash("anna", "01AB-CDEF-GHJK-MNPR")).not.toBe(kept);
  expect(kept).not.toContain("01AB");
});
