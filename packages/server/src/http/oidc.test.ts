import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { OIDC_CALLBACK_PATH } from "../people/oidc/open-oidc.ts";
import { AGENT, apiOf, MANAGER } from "../testing/api.ts";
import { type IdentityProvider, startIdentityProvider } from "../testing/identity-provider.ts";
import { SoftwareAuthenticator } from "../testing/software-authenticator.ts";
import { startTestApp, TEST_PASSWORD, type TestApp } from "../testing/start-test-app.ts";

/** Where people reach the server; the test goes to the same paths at the port it has. */
const PUBLIC = "https://queue.example";

let idp: IdentityProvider;
let server: TestApp;
beforeAll(async () => {
  idp = await startIdentityProvider(PUBLIC + OIDC_CALLBACK_PATH);
  const { issuer, clientId, clientSecret } = idp;
  const oidc = { issuer, clientId, clientSecret, name: "Town hall" };
  server = await startTestApp({ config: { publicUrl: PUBLIC, oidc } });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await idp[Symbol.asyncDispose]();
});
beforeEach(() => {
  idp.tamper = null;
  idp.stranger = false;
});

/** A browser of a few lines: follows redirects one by one and keeps cookies by origin. */
class Visit {
  readonly #jars = new Map<string, Map<string, string>>();

  async go(address: string): Promise<{ status: number; location: string; cookies: readonly string[] }> {
    const url = new URL(address, PUBLIC);
    const jar = this.jar(url.origin);
    const target = url.origin === PUBLIC ? server.app.address + url.pathname + url.search : url.href;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(target, { redirect: "manual", headers: cookie === "" ? {} : { cookie } });
    const cookies = answer.headers.getSetCookie();
    for (const line of cookies) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    await answer.arrayBuffer();
    const location = answer.headers.get("location");
    return {
      status: answer.status,
      location: location === null ? "" : new URL(location, url).href,
      cookies,
    };
  }

  jar(origin: string): Map<string, string> {
    const jar = this.#jars.get(origin) ?? new Map<string, string>();
    this.#jars.set(origin, jar);
    return jar;
  }

  /** From our button to the provider's answer: the address of our callback, not yet opened. */
  async comeBack(then = ""): Promise<string> {
    let { location } = await this.go(`/api/v1/auth/oidc/start${then}`);
    for (let step = 0; step < 6 && !location.startsWith(PUBLIC); step += 1)
      ({ location } = await this.go(location));
    return location;
  }

  async signIn(then = ""): Promise<{ location: string; cookies: readonly string[] }> {
    return await this.go(await this.comeBack(then));
  }
}

const REFUSED = (code: string): string => `${PUBLIC}/console/sign-in?refused=${code}`;
const sessionIn = (cookies: readonly string[]): string | undefined =>
  cookies
    .map((line) => /^__Host-callnext_session=([^;]+)/.exec(line)?.[1])
    .find((token) => token !== undefined);

describe("signing in elsewhere", () => {
  test("leads a member of staff into the console, by the verified address first, by the subject from then on", async () => {
    idp.person = { subject: "awa", email: AGENT.toUpperCase(), verified: true };
    const first = await new Visit().signIn();
    expect(first.location).toBe(`${PUBLIC}/console`);
    const token = sessionIn(first.cookies) ?? "";
    expect((await apiOf(server, token)("GET", "/auth/me")).body.user.email).toBe(AGENT);

    idp.person = { subject: "awa", email: "new.name@elsewhere.example", verified: false };
    const second = await new Visit().signIn("?then=/console/clinique-madeleine/1");
    expect(second.location).toBe(`${PUBLIC}/console/clinique-madeleine/1`);
    const again = sessionIn(second.cookies) ?? "";
    expect((await apiOf(server, again)("GET", "/auth/me")).body.user.email).toBe(AGENT);
  });

  test("the sign-in page is told the button's name", async () => {
    expect((await apiOf(server)("GET", "/auth/ways")).body).toEqual({
      passkeys: true,
      oidc: { name: "Town hall" },
    });
  });
});

describe("security: signing in elsewhere", () => {
  test("asks for code, PKCE, state and nonce; what it must remember is sealed in a cookie for the callback only", async () => {
    const { status, location, cookies } = await new Visit().go("/api/v1/auth/oidc/start");
    expect(status).toBe(302);
    const { origin, searchParams } = new URL(location);
    expect(origin).toBe(idp.issuer);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: "code",
      code_challenge_method: "S256",
      redirect_uri: PUBLIC + OIDC_CALLBACK_PATH,
      state: expect.stringMatching(/.{40}/),
      nonce: expect.stringMatching(/.{20}/),
    });
    const [cookie = ""] = cookies;
    expect(cookie).toMatch(/; Path=\/api\/v1\/auth\/oidc;.*HttpOnly; Secure; SameSite=Lax/);
    for (const kept of [searchParams.get("state"), searchParams.get("nonce")])
      expect(cookie).not.toContain(kept);
    expect(location).not.toContain(idp.clientSecret);
  });

  test.each([
    ["a stranger", { subject: "s1", email: "stranger@elsewhere.example", verified: true }, "oidc-stranger"],
    ["an unverified address", { subject: "s2", email: MANAGER, verified: false }, "oidc-unverified"],
    [
      "another subject with the address of a linked account",
      { subject: "s3", email: AGENT, verified: true },
      "oidc-stranger",
    ],
  ])("%s gets nothing, and no account", async (_who, person, code) => {
    idp.person = person;
    const { location, cookies } = await new Visit().signIn();
    expect(location).toBe(REFUSED(code));
    expect(sessionIn(cookies)).toBeUndefined();
  });

  const tampered: readonly [string, () => void][] = [
    ["another nonce", () => (idp.tamper = (claims) => ({ ...claims, nonce: "planted" }))],
    ["no nonce", () => (idp.tamper = ({ nonce: _none, ...claims }) => claims)],
    ["another audience", () => (idp.tamper = (claims) => ({ ...claims, aud: "another-client" }))],
    ["another issuer", () => (idp.tamper = (claims) => ({ ...claims, iss: "https://evil.example" }))],
    ["an ID token of yesterday", () => (idp.tamper = (claims) => ({ ...claims, exp: 1_700_000_000 }))],
    ["a stranger's signature", () => (idp.stranger = true)],
  ];
  test.each(tampered)("%s: refused", async (_what, lie) => {
    idp.person = { subject: "awa", email: AGENT, verified: true };
    lie();
    const { location, cookies } = await new Visit().signIn();
    expect(location).toBe(REFUSED("oidc-refused"));
    expect(sessionIn(cookies)).toBeUndefined();
  });

  test("a state that this browser did not begin, none, or another browser's answer: refused", async () => {
    idp.person = { subject: "awa", email: AGENT, verified: true };
    const mine = new Visit();
    const wrong = new URL(await mine.comeBack());
    wrong.searchParams.set("state", "planted");
    expect((await mine.go(wrong.href)).location).toBe(REFUSED("oidc-refused"));

    const other = new Visit();
    const theirs = await other.comeBack();
    // The victim of a planted link has no attempt, or one of their own.
    expect((await new Visit().go(theirs)).location).toBe(REFUSED("oidc-refused"));
    const victim = new Visit();
    await victim.comeBack();
    expect((await victim.go(theirs)).location).toBe(REFUSED("oidc-refused"));
  });

  test("a used answer is refused, with the same cookie too; so is a used code in a new attempt", async () => {
    idp.person = { subject: "awa", email: AGENT, verified: true };
    const visit = new Visit();
    const back = await visit.comeBack();
    const cookies = new Map(visit.jar(PUBLIC));
    expect((await visit.go(back)).location).toBe(`${PUBLIC}/console`);
    const replay = new Visit();
    for (const [name, value] of cookies) replay.jar(PUBLIC).set(name, value);
    expect((await replay.go(back)).location).toBe(REFUSED("oidc-refused"));

    const next = new URL(await visit.comeBack());
    next.searchParams.set("code", new URL(back).searchParams.get("code") ?? "");
    expect((await visit.go(next.href)).location).toBe(REFUSED("oidc-refused"));
  });

  test("a refusal by the person or the provider is a refusal", async () => {
    const visit = new Visit();
    const state =
      new URL((await visit.go("/api/v1/auth/oidc/start")).location).searchParams.get("state") ?? "";
    const query = new URLSearchParams({ error: "access_denied", state, iss: idp.issuer });
    const { location } = await visit.go(`${OIDC_CALLBACK_PATH}?${query.toString()}`);
    expect(location).toBe(REFUSED("oidc-refused"));
  });

  test.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/consolevil",
    "/api/v1/auth/logout",
  ])("afterwards never to %s", async (then) => {
    idp.person = { subject: "awa", email: AGENT, verified: true };
    const { location } = await new Visit().signIn(`?then=${encodeURIComponent(then)}`);
    expect(location).toBe(`${PUBLIC}/console`);
  });

  test("the account's second factor is asked for all the same", async () => {
    idp.person = { subject: "fatou", email: MANAGER, verified: true };
    const first = await new Visit().signIn();
    const manager = apiOf(server, sessionIn(first.cookies) ?? "");
    const key = new SoftwareAuthenticator();
    const here = { origin: PUBLIC, rpId: "queue.example" };
    const { challenge } = (await manager("POST", "/auth/passkeys/options", { password: TEST_PASSWORD })).body;
    await manager("POST", "/auth/passkeys", { name: "Key", passkey: key.create({ ...here, challenge }) });

    const visit = new Visit();
    const { location, cookies } = await visit.signIn("?then=/console/clinique-madeleine/1");
    expect(location).toBe(
      `${PUBLIC}/console/sign-in?step=second-factor&then=%2Fconsole%2Fclinique-madeleine%2F1`,
    );
    expect(sessionIn(cookies)).toBeUndefined();
    const pending = cookies.find((line) => line.startsWith("callnext_pending=")) ?? "";
    expect(pending).toMatch(/Path=\/api\/v1\/auth\/second-factor;.*HttpOnly; Secure; SameSite=Lax/);
    const headers = { cookie: pending.split(";")[0] ?? "" };
    const anyone = apiOf(server);
    const asked = await anyone("GET", "/auth/second-factor", undefined, { headers });
    expect(asked.body.second_factor).toEqual(["passkey", "recovery-code"]);
    const options = await anyone("POST", "/auth/second-factor/passkey-options", {}, { headers });
    const passkey = key.get({ ...here, challenge: options.body.challenge });
    const done = await anyone("POST", "/auth/second-factor", { passkey }, { headers });
    expect([done.status, done.body.user.email]).toEqual([200, MANAGER]);
  });
});

test("a provider that is down, or no provider at all, gives a message and not an error", async () => {
  const gone = await startIdentityProvider(PUBLIC + OIDC_CALLBACK_PATH);
  const { issuer, clientId, clientSecret } = gone;
  await gone[Symbol.asyncDispose]();
  const oidc = { issuer, clientId, clientSecret, name: "Gone" };
  await using down = await startTestApp({ config: { publicUrl: PUBLIC, oidc } });
  const start = `${down.app.address}/api/v1/auth/oidc/start`;
  const answer = await fetch(start, { redirect: "manual" });
  expect([answer.status, answer.headers.get("location")]).toEqual([
    302,
    "/console/sign-in?refused=oidc-unavailable",
  ]);
  // A server that answers with a page of its own is no provider.
  const page = { ...oidc, issuer: down.app.address };
  await using odd = await startTestApp({ config: { publicUrl: PUBLIC, oidc: page } });
  const other = await fetch(`${odd.app.address}/api/v1/auth/oidc/start`, { redirect: "manual" });
  expect(other.headers.get("location")).toMatch(/refused=oidc-(unavailable|refused)$/);
});

test("a provider that takes the question and never answers is waited for so long, and no longer", async () => {
  const silent = createServer();
  silent.listen(0, "127.0.0.1");
  await once(silent, "listening");
  const issuer = `http://127.0.0.1:${String((silent.address() as AddressInfo).port)}`;
  const oidc = { issuer, clientId: "callnext", clientSecret: "secret", name: "Silent" };
  await using held = await startTestApp({ config: { publicUrl: PUBLIC, oidc } });
  const began = performance.now();
  const answer = await fetch(`${held.app.address}/api/v1/auth/oidc/start`, { redirect: "manual" });
  expect(answer.headers.get("location")).toBe("/console/sign-in?refused=oidc-unavailable");
  expect(performance.now() - began).toBeLessThan(8_000);
  silent.close();
}, 20_000);

test("without one set up there is nothing", async () => {
  await using plain = await startTestApp();
  const answer = await apiOf(plain)("GET", "/auth/oidc/start");
  expect([answer.status, answer.body.code]).toEqual([404, "oidc-off"]);
});
