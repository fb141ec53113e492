import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./password-hashing.ts";

test("security: passwords are kept as argon2id, with at least OWASP's memory and passes, each with its own salt", async () => {
  const [one, two] = await Promise.all([hashPassword("the same"), hashPassword("the same")]);
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(one);
  const [memory = 0, passes = 0, lanes = 0] = (parts?.slice(1, 4) ?? []).map(Number);
  expect(memory).toBeGreaterThanOrEqual(19_456);
  expect(passes).toBeGreaterThanOrEqual(2);
  expect(lanes).toBe(1);
  expect(Buffer.from(parts?.[4] ?? "", "base64").length).toBeGreaterThanOrEqual(16);
  expect(Buffer.from(parts?.[5] ?? "", "base64").length).toBeGreaterThanOrEqual(32);
  expect(two).not.toBe(one);
  expect(await verifyPassword({ hash: one, password: "the same" })).toBe(true);
  expect(await verifyPassword({ hash: one, password: "another" })).toBe(false);
});
