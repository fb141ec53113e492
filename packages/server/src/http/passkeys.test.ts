import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ADMIN, AGENT, type Answer, type Api, apiOf, MANAGER, signIn } from "../testing/api.ts";
import { SoftwareAuthenticator } from "../testing/software-authenticator.ts";
import { startTestApp, TEST_PASSWORD, type TestApp } from "../testing/start-test-app.ts";

const HERE = { origin: "https://queue.example", rpId: "queue.example" };

let clock = Date.now();
let server: TestApp;
let anyone: Api;
beforeAll(async () => {
  server = await startTestApp({ now: () => clock, config: { publicUrl: HERE.origin } });
  anyone = apiOf(server);
});
afterAll(() => server[Symbol.asyncDispose]());

async function challengeFor(api: Api): Promise<string> {
  const options = await api("POST", "/auth/passkeys/options", { password: TEST_PASSWORD });
  expect(options.status).toBe(200);
  return options.body.challenge;
}

async function register(api: Api, key = new SoftwareAuthenticator()): Promise<SoftwareAuthenticator> {
  const passkey = key.create({ ...HERE, challenge: await challengeFor(api) });
  const added = await api("POST", "/auth/passkeys", { name: "Téléphone", passkey });
  expect(added.status).toBe(201);
  return key;
}

async function signInChallenge(): Promise<string> {
  return (await anyone("POST", "/auth/passkey-sign-in/options")).body.challenge;
}

function come(passkey: unknown): Promise<Answer> {
  return anyone("POST", "/auth/passkey-sign-in", { passkey });
}

describe("security: passkeys", () => {
  let api: Api;
  let key: SoftwareAuthenticator;
  beforeAll(async () => {
    api = await signIn(server, AGENT);
    key = await register(api);
  });

  test("what the browser is asked for: kept on the device, unlocked by the person, nobody's name in its handle", async () => {
    const { body } = await api("POST", "/auth/passkeys/options", { password: TEST_PASSWORD });
    expect(body).toMatchObject({
      rp: { id: HERE.rpId, name: "Callnext" },
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      excludeCredentials: [{ id: key.id.toString("base64url"), type: "public-key" }],
    });
    expect(Buffer.from(body.user.id, "base64url").toString()).not.toContain("awa");
  });

  test("one alone signs in, with a challenge of its own, once", async () => {
    const passkey = key.get({ ...HERE, challenge: await signInChallenge() });
    const first = await come(passkey);
    expect(first.status).toBe(200);
    expect((await apiOf(server, first.body.access_token)("GET", "/auth/me")).body.user.email).toBe(AGENT);
    const replayed = await come(passkey);
    expect([replayed.status, replayed.body.code]).toEqual([403, "passkey-refused"]);
  });

  test("an answer is good once also from a passkey that does not count", async () => {
    const synced = await register(api, new SoftwareAuthenticator(false));
    const passkey = synced.get({ ...HERE, challenge: await signInChallenge() });
    const both = await Promise.all([come(passkey), come(passkey)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403]);
    expect((await come(passkey)).body.code).toBe("passkey-refused");
    expect((await come(synced.get({ ...HERE, challenge: await signInChallenge() }))).status).toBe(200);
  });

  const lies: readonly [string, (challenge: string) => unknown][] = [
    ["another origin", (challenge) => key.get({ ...HERE, origin: "https://evil.example", challenge })],
    ["another server's name", (challenge) => key.get({ ...HERE, rpId: "evil.example", challenge })],
    ["not unlocked by the person", (challenge) => key.get({ ...HERE, verified: false, challenge })],
    ["a challenge nobody issued", () => key.get({ ...HERE, challenge: "aGVsbG8gd29ybGQ" })],
    ["a challenge for registering", async () => key.get({ ...HERE, challenge: await challengeFor(api) })],
    ["a passkey nobody registered", (challenge) => new SoftwareAuthenticator().get({ ...HERE, challenge })],
    [
      "another key under a registered id",
      (challenge) => ({
        ...new SoftwareAuthenticator().get({ ...HERE, challenge }),
        id: key.id.toString("base64url"),
        rawId: key.id.toString("base64url"),
      }),
    ],
    [
      "nonsense of the right form",
      (challenge) => {
        const passkey = key.get({ ...HERE, challenge });
        return { ...passkey, response: { ...passkey.response, authenticatorData: "AAAA" } };
      },
    ],
  ];
  test.each(lies)("%s: refused", async (_what, lie) => {
    const answer = await come(await lie(await signInChallenge()));
    expect([answer.status, answer.body.code]).toEqual([403, "passkey-refused"]);
  });

  test("a challenge is over after five minutes", async () => {
    const challenge = await signInChallenge();
    clock += 5 * 60_000;
    expect((await come(key.get({ ...HERE, challenge }))).body.code).toBe("passkey-refused");
  });

  test("a counter that does not grow tells of a copy", async () => {
    const seen = key.counter;
    expect((await come(key.get({ ...HERE, challenge: await signInChallenge() }))).status).toBe(200);
    key.counter = seen;
    expect((await come(key.get({ ...HERE, challenge: await signInChallenge() }))).body.code).toBe(
      "passkey-refused",
    );
    key.counter = seen + 10;
    expect((await come(key.get({ ...HERE, challenge: await signInChallenge() }))).status).toBe(200);
  });

  test("registering: another account's challenge, a used one, a registered key are refused", async () => {
    const manager = await signIn(server, MANAGER);
    const stolen = new SoftwareAuthenticator().create({ ...HERE, challenge: await challengeFor(manager) });
    const refused = await api("POST", "/auth/passkeys", { name: "X", passkey: stolen });
    expect([refused.status, refused.body.code]).toEqual([403, "passkey-refused"]);

    const own = key.create({ ...HERE, challenge: await challengeFor(manager) });
    expect((await manager("POST", "/auth/passkeys", { name: "X", passkey: own })).body.code).toBe(
      "passkey-refused",
    );
    const challenge = await challengeFor(manager);
    const unverified = new SoftwareAuthenticator().create({ ...HERE, challenge, verified: false });
    expect((await manager("POST", "/auth/passkeys", { name: "X", passkey: unverified })).body.code).toBe(
      "passkey-refused",
    );
    expect((await manager("GET", "/auth/second-factors")).body.passkeys).toEqual([]);
  });

  test("as the second factor after the password; another account's passkey is not enough", async () => {
    const manager = await signIn(server, MANAGER);
    const other = await register(manager);
    const login = await anyone("POST", "/auth/login", { email: AGENT, password: TEST_PASSWORD });
    expect(login.body.second_factor).toEqual(["passkey", "recovery-code"]);
    const { pending } = login.body;
    const options = async () =>
      (await anyone("POST", "/auth/second-factor/passkey-options", { pending })).body;
    expect((await options()).allowCredentials[0]).toMatchObject({ id: key.id.toString("base64url") });
    const wrong = other.get({ ...HERE, challenge: (await options()).challenge });
    const refused = await anyone("POST", "/auth/second-factor", { pending, passkey: wrong });
    expect([refused.status, refused.body.code]).toEqual([403, "passkey-refused"]);
    const right = key.get({ ...HERE, challenge: (await options()).challenge });
    const done = await anyone("POST", "/auth/second-factor", { pending, passkey: right });
    expect([done.status, done.body.user.email]).toEqual([200, AGENT]);
  });

  test("are listed, renamed and removed by their owner; a removed one opens nothing", async () => {
    const admin = await signIn(server, ADMIN);
    const lost = await register(admin);
    const { passkeys } = (await admin("GET", "/auth/second-factors")).body;
    expect(passkeys).toMatchObject([{ name: "Téléphone", synced: false, last_used_at: null }]);
    const path = `/auth/passkeys/${String(passkeys[0].id)}`;
    expect((await api("PATCH", path, { name: "Mine" })).body.code).toBe("passkey-not-found");
    const theft = await api("POST", `${path}/remove`, { password: TEST_PASSWORD });
    expect(theft.body.code).toBe("passkey-not-found");
    expect((await admin("PATCH", path, { name: "Clé" })).status).toBe(204);
    expect((await admin("GET", "/auth/second-factors")).body.passkeys).toMatchObject([{ name: "Clé" }]);
    expect((await admin("POST", `${path}/remove`, { password: TEST_PASSWORD })).status).toBe(204);
    const answer = await come(lost.get({ ...HERE, challenge: await signInChallenge() }));
    expect(answer.body.code).toBe("passkey-refused");
    // The last factor is gone, and its recovery codes with it: the password is enough again.
    await signIn(server, ADMIN);
  });
});

test("security: a server without a name for passkeys says so, whatever Host is asked", async () => {
  await using plain = await startTestApp();
  const call = apiOf(plain);
  const answer = await call("POST", "/auth/passkey-sign-in/options");
  expect([answer.status, answer.body.code]).toEqual([409, "passkeys-unavailable"]);
  expect((await call("GET", "/auth/ways")).body).toEqual({ passkeys: false, oidc: null });
});
