import { generateKeyPairSync, randomBytes } from "node:crypto";
import { type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, test } from "vitest";
import { createSigningKey, type SigningKey } from "../signing-key.ts";
import { ACCESS_TOKEN_SECONDS, createAccessTokens, isAccessToken } from "./access-tokens.ts";

const START = Date.parse("2026-03-02T08:00:00Z");
const AT = START / 1000;
const PURPOSE = "access-token";
const SOURCE = { kind: "session", id: "a-session" } as const;

const current = createSigningKey("aa01", randomBytes(32));
const retiring = createSigningKey("aa00", randomBytes(32));
const foreign = createSigningKey("aa01", randomBytes(32));
const keys = { current, accepted: [current, retiring] };

const clock = { now: START };
const tokens = createAccessTokens(keys, () => clock.now);

const good: JWTPayload = {
  sid: SOURCE.id,
  iss: "callnext",
  aud: "callnext-api",
  iat: AT,
  nbf: AT,
  exp: AT + ACCESS_TOKEN_SECONDS,
};

interface Header {
  readonly alg?: string;
  readonly kid?: string;
  readonly typ?: string;
}

function signed(payload: JWTPayload, header: Header = {}, key: SigningKey = current): Promise<string> {
  const { alg = "HS256", kid = key.id, typ = "at+jwt" } = header;
  return new SignJWT(payload).setProtectedHeader({ alg, kid, typ }).sign(key.derive(PURPOSE));
}

function without(claim: string): JWTPayload {
  return Object.fromEntries(Object.entries(good).filter(([name]) => name !== claim));
}

test("security: what it issues it reads, until its time is over", async () => {
  for (const source of [SOURCE, { kind: "integration", id: crypto.randomUUID() }] as const) {
    clock.now = START;
    const { token, expiresInSeconds } = await tokens.issue(source);
    expect(isAccessToken(token)).toBe(true);
    expect(expiresInSeconds).toBe(ACCESS_TOKEN_SECONDS);
    expect(await tokens.read(token)).toEqual(source);
    clock.now = START + (ACCESS_TOKEN_SECONDS - 1) * 1000;
    expect(await tokens.read(token)).toEqual(source);
    clock.now = START + (ACCESS_TOKEN_SECONDS + 6) * 1000;
    expect(await tokens.read(token)).toBeNull();
  }
  clock.now = START;
});

test("the token that every refusal below is one change away from lets in", async () => {
  expect(await tokens.read(await signed(good))).toEqual(SOURCE);
  expect(await tokens.read(await signed(good, {}, retiring))).toEqual(SOURCE);
});

describe("security: token checks", () => {
  const refused: readonly (readonly [string, () => string | Promise<string>])[] = [
    ["algorithm none", () => new UnsecuredJWT(good).encode()],
    [
      "algorithm none with the head of ours",
      async () => {
        const [, body] = (await signed(good)).split(".");
        const head = Buffer.from(JSON.stringify({ alg: "none", kid: current.id, typ: "at+jwt" }));
        return `${head.toString("base64url")}.${body}.`;
      },
    ],
    ["another algorithm, with our key", () => signed(good, { alg: "HS512" })],
    [
      "another algorithm, with a key of its own",
      () => {
        const { privateKey } = generateKeyPairSync("ed25519");
        return new SignJWT(good)
          .setProtectedHeader({ alg: "EdDSA", kid: current.id, typ: "at+jwt" })
          .sign(privateKey);
      },
    ],
    ["another key under the same name", () => signed(good, {}, foreign)],
    ["a key that is not known", () => signed(good, { kid: "ffff" })],
    [
      "our key, derived for another purpose",
      () =>
        new SignJWT(good)
          .setProtectedHeader({ alg: "HS256", kid: current.id, typ: "at+jwt" })
          .sign(current.derive("other")),
    ],
    ["another kind of token", () => signed(good, { typ: "JWT" })],
    ["another audience", () => signed({ ...good, aud: "elsewhere" })],
    ["no audience", () => signed(without("aud"))],
    ["another issuer", () => signed({ ...good, iss: "elsewhere" })],
    ["expired", () => signed({ ...good, iat: AT - 700, nbf: AT - 700, exp: AT - 60 })],
    ["no end", () => signed(without("exp"))],
    [
      "a longer life than any of ours",
      () => signed({ ...good, iat: AT - 3_600, nbf: AT - 3_600, exp: AT + 3_600 }),
    ],
    ["not valid yet", () => signed({ ...good, nbf: AT + 60 })],
    ["issued in the future", () => signed({ ...good, iat: AT + 60 })],
    ["no source", () => signed(without("sid"))],
    ["a source of another form", () => signed({ ...without("sid"), key: "not-an-id" })],
    [
      "a changed body",
      async () => {
        const [head, , seal] = (await signed(good)).split(".");
        const body = Buffer.from(JSON.stringify({ ...good, sid: "somebody-else" })).toString("base64url");
        return `${head}.${body}.${seal}`;
      },
    ],
  ];

  test.each(refused)("%s lets nobody in", async (_what, make) => {
    expect(await tokens.read(await make())).toBeNull();
  });
});
