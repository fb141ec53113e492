import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../storage/testing/test-database.ts";
import { fixedKeys } from "../testing/fixed-keys.ts";
import { createTryCounter } from "../try-counter.ts";
import { MOST_CODES } from "./code-guard.ts";
import { codesForFirstFactor, dropLoneCodes, factorKinds, type Factors, resetFactors } from "./factors.ts";
import { openFactors } from "./open-factors.ts";
import { MOST_ATTEMPTS, PENDING_MS } from "./pending-sign-ins.ts";
import { proveFactor } from "./prove-factor.ts";

const STEP_MS = 30_000;
const OPTIONS = { place: null, limited: true };

let database: TestDatabase;
let factors: Factors;
let clock = Date.parse("2026-11-22T09:00:00Z");
let userId = "";
let people = 0;
beforeAll(async () => {
  database = await openTestDatabase();
  factors = ofOneNode();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(() => {
  people += 1;
  userId = `person-${String(people)}`;
});

function ofOneNode(): Factors {
  const keys = fixedKeys();
  const tries = createTryCounter(database.pool, keys, () => clock);
  return openFactors(database.db, keys, tries, () => clock);
}

const codeOf = (secret: string, at = clock): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
const withCode = (code: string) => proveFactor(factors, userId, { kind: "totp", code }, OPTIONS);

async function begin(): Promise<string> {
  const begun = await factors.totp.begin(userId);
  if (begun === "second-factor-on") throw new Error(begun);
  return begun.secret;
}

async function enrol(): Promise<string> {
  const secret = await begin();
  expect(await factors.totp.confirm(userId, codeOf(secret))).toBe("done");
  clock += STEP_MS;
  return secret;
}

describe("security: an authenticator app", () => {
  test("counts from the moment a code confirms it", async () => {
    const secret = await begin();
    expect(await factorKinds(factors, userId)).toEqual([]);
    expect(await withCode(codeOf(secret))).toBe("code-wrong");
    expect(await factors.totp.confirm(userId, "000000")).toBe("code-wrong");
    expect(await factors.totp.confirm(userId, codeOf(secret))).toBe("done");
    expect(await factorKinds(factors, userId)).toEqual(["totp"]);
    expect(await factors.totp.begin(userId)).toBe("second-factor-on");
    expect(await factors.totp.confirm(userId, codeOf(secret, clock + STEP_MS))).toBe(
      "second-factor-not-begun",
    );
  });

  test("beginning anew makes the earlier secret worthless", async () => {
    const first = await begin();
    const second = await begin();
    expect(await factors.totp.confirm(userId, codeOf(first))).toBe("code-wrong");
    expect(await factors.totp.confirm(userId, codeOf(second))).toBe("done");
  });

  test("takes each step's code once, the confirming one included, also of ten at the same moment", async () => {
    const secret = await begin();
    const first = codeOf(secret);
    await factors.totp.confirm(userId, first);
    expect(await withCode(first)).toBe("code-wrong");
    clock += STEP_MS;
    const tries = await Promise.all(Array.from({ length: 10 }, () => withCode(codeOf(secret))));
    expect(tries.filter((outcome) => outcome === "right")).toHaveLength(1);
    // An earlier step's code, still within the window, is not newer than the last.
    expect(await withCode(codeOf(secret, clock - STEP_MS))).not.toBe("right");
  });

  test("its secret lies sealed in the database, and in no other account's row does it open", async () => {
    const secret = await enrol();
    const { sealed } = await database.db
      .selectFrom("totp_factors")
      .select("sealed")
      .where("user_id", "=", userId)
      .executeTakeFirstOrThrow();
    expect(sealed).not.toContain(secret);
    expect(Buffer.from(sealed.split(".")[2] ?? "", "base64url").toString("latin1")).not.toContain(secret);
    await database.db
      .insertInto("totp_factors")
      .values({ user_id: `${userId}-other`, sealed, confirmed_at: new Date(), created_at: new Date() })
      .execute();
    await expect(factors.totp.fits(`${userId}-other`, codeOf(secret))).rejects.toThrow("does not open");
  });

  test("after ten wrong codes waits, whoever asks; a right one forgives, a recovery code still counts", async () => {
    const secret = await enrol();
    const codes = (await codesForFirstFactor(factors, userId)) ?? [];
    for (let index = 1; index < MOST_CODES; index += 1) expect(await withCode("000000")).toBe("code-wrong");
    expect(await withCode(codeOf(secret))).toBe("right");
    for (let index = 0; index < MOST_CODES; index += 1) expect(await withCode("000000")).toBe("code-wrong");
    clock += STEP_MS;
    expect(await withCode(codeOf(secret))).toEqual({ wait: 15 * 60 - 30 });
    expect(await ofOneNode().codeGuard.take(userId)).toBeGreaterThan(0);
    const recovery = { kind: "recovery-code", code: codes[0] ?? "" } as const;
    expect(await proveFactor(factors, userId, recovery, OPTIONS)).toBe("right");
    clock += 15 * 60_000;
    expect(await withCode(codeOf(secret))).toBe("right");
  });
});

describe("security: recovery codes", () => {
  test("count once each, for their owner, until others replace them; only hashes are kept", async () => {
    await enrol();
    const codes = (await codesForFirstFactor(factors, userId)) ?? [];
    expect(codes).toHaveLength(10);
    expect(await codesForFirstFactor(factors, userId)).toBeNull();
    const [first = "", second = "", third = ""] = codes;
    const uses = await Promise.all(Array.from({ length: 5 }, () => factors.recovery.use(userId, first)));
    expect(uses.filter(Boolean)).toHaveLength(1);
    expect(await factors.recovery.use("somebody-else", second)).toBe(false);
    expect(await factors.recovery.use(userId, second.toLowerCase().replaceAll("-", " "))).toBe(true);
    expect(await factors.recovery.left(userId)).toBe(8);
    const rows = await database.db.selectFrom("recovery_codes").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(third);
    const renewed = await factors.recovery.renew(userId);
    expect(await factors.recovery.use(userId, third)).toBe(false);
    expect(await factors.recovery.use(userId, renewed[9] ?? "")).toBe(true);
  });

  test("go with the last factor", async () => {
    await enrol();
    await codesForFirstFactor(factors, userId);
    expect(await factorKinds(factors, userId)).toEqual(["totp", "recovery-code"]);
    await factors.totp.remove(userId);
    await dropLoneCodes(factors, userId);
    expect(await factors.recovery.left(userId)).toBe(0);
    expect(await factorKinds(factors, userId)).toEqual([]);
  });
});

describe("security: a sign-in half done", () => {
  test("is good for five minutes and five tries, and ends once", async () => {
    const token = await factors.pending.open(userId);
    expect(await factors.pending.find(token)).toBe(userId);
    for (let index = 0; index < MOST_ATTEMPTS; index += 1)
      expect(await factors.pending.attempt(token)).toBe(userId);
    expect(await factors.pending.attempt(token)).toBeNull();
    expect(await factors.pending.find(token)).toBeNull();
    const other = await factors.pending.open(userId);
    const ends = await Promise.all(Array.from({ length: 5 }, () => factors.pending.close(other)));
    expect(ends.filter(Boolean)).toHaveLength(1);
    const late = await factors.pending.open(userId);
    clock += PENDING_MS;
    expect(await factors.pending.attempt(late)).toBeNull();
  });

  test("is kept as a hash, ten at most for one account, and goes with a reset", async () => {
    const tokens: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      clock += 1;
      tokens.push(await factors.pending.open(userId));
    }
    const rows = await database.db.selectFrom("pending_sign_ins").selectAll().execute();
    expect(rows.filter(({ user_id }) => user_id === userId)).toHaveLength(10);
    expect(JSON.stringify(rows)).not.toContain(tokens.at(-1));
    expect(await factors.pending.find(tokens[0] ?? "")).toBeNull();
    expect(await factors.pending.find(tokens[11] ?? "")).toBe(userId);
    await resetFactors(factors, userId);
    expect(await factors.pending.find(tokens[11] ?? "")).toBeNull();
  });
});
