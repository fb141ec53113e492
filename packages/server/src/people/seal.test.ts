import { expect, test } from "vitest";
import { open, seal, sealedBy } from "./seal.ts";
import { fixedKeys } from "./testing/fixed-keys.ts";

const keys = fixedKeys("aaaaaaaa");

test("security: a sealed secret opens again for its purpose only", () => {
  const sealed = seal(keys, "totp:u1", "JBSWY3DPEHPK3PXP é");
  expect(sealed).not.toContain("JBSWY3DP");
  expect(open(keys, "totp:u1", sealed)).toBe("JBSWY3DPEHPK3PXP é");
  expect(open(keys, "totp:u2", sealed)).toBeNull();
});

test("security: the same secret sealed twice gives two texts", () => {
  expect(seal(keys, "p", "text")).not.toBe(seal(keys, "p", "text"));
});

test("security: any changed character closes it for ever", () => {
  const sealed = seal(keys, "p", "text");
  for (const index of sealed.split("").keys()) {
    const other = sealed[index] === "A" ? "B" : "A";
    const changed = sealed.slice(0, index) + other + sealed.slice(index + 1);
    // The last character's unused bits are no part of the bytes.
    if (Buffer.from(changed, "base64url").equals(Buffer.from(sealed, "base64url"))) continue;
    expect(open(keys, "p", changed), `character ${index}`).toBeNull();
  }
});

test.each(["", "s1", "s1.aaaaaaaa.", "s1.aaaaaaaa.AAAA", "s2.aaaaaaaa.AAAA", "plain text"])(
  "%j is nothing sealed, and opens to null",
  (text) => expect(open(keys, "p", text)).toBeNull(),
);

test("after a rotation the older key still opens what it sealed; once retired it does not", () => {
  const sealed = seal(keys, "p", "text");
  expect(sealedBy(sealed)).toBe("aaaaaaaa");
  const rotated = fixedKeys("bbbbbbbb", "aaaaaaaa");
  expect(open(rotated, "p", sealed)).toBe("text");
  expect(sealedBy(seal(rotated, "p", "text"))).toBe("bbbbbbbb");
  expect(open(fixedKeys("bbbbbbbb"), "p", sealed)).toBeNull();
});

test("an empty secret can be sealed", () => {
  expect(open(keys, "p", seal(keys, "p", ""))).toBe("");
});
