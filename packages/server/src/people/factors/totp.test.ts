import { Secret, TOTP } from "otpauth";
import { describe, expect, test } from "vitest";
import { stepOfCode, TOTP_SECRET_BYTES, totpAddress, totpSecret } from "./totp.ts";

const secret = totpSecret(new TextEncoder().encode("12345678901234567890"));
const AT = Date.parse("2026-11-22T09:00:00Z");

function codeAt(ms: number): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: ms });
}

describe("security: codes of an authenticator app", () => {
  test("are those of RFC 6238's test vectors, in six digits", () => {
    expect(stepOfCode(secret, "287082", 59_000)).toBe(1);
    expect(stepOfCode(secret, "081804", 1_111_111_109_000)).toBe(37_037_036);
  });

  test.each([-30_000, 0, 30_000])("count one step early and late (%d ms)", (apart) => {
    expect(stepOfCode(secret, codeAt(AT + apart), AT)).toBe((AT + apart) / 30_000);
  });

  test.each([-60_000, 60_000])("do not count two steps away (%d ms)", (apart) => {
    expect(stepOfCode(secret, codeAt(AT + apart), AT)).toBeNull();
  });

  test.each(["", "28708", "2870822", "28708a", "٢٨٧٠٨٢", " 287082"])("%j is no code", (text) => {
    expect(stepOfCode(secret, text, 59_000)).toBeNull();
  });
});

test("the address carries the secret, the account and who asks", () => {
  const address = new URL(totpAddress(secret, "awa@clinic.example", "Callnext"));
  expect(address.protocol).toBe("otpauth:");
  expect(Object.fromEntries(address.searchParams)).toEqual({
    issuer: "Callnext",
    secret,
    algorithm: "SHA1",
    digits: "6",
    period: "30",
  });
  expect(decodeURIComponent(address.pathname)).toContain("Callnext:awa@clinic.example");
  expect(Secret.fromBase32(secret).bytes.length).toBe(TOTP_SECRET_BYTES);
});
