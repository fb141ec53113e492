import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ADMIN, AGENT, apiOf, signIn } from "../testing/api.ts";
import { startTestApp, TEST_PASSWORD, type TestApp } from "../testing/start-test-app.ts";

let server: TestApp;
beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server[Symbol.asyncDispose]());

const SECRET = "the same on both nodes";

describe("signing in", () => {
  test("answers a bearer token, the user with their organisation, and an httpOnly cookie", async () => {
    const answer = await apiOf(server)("POST", "/auth/login", { email: AGENT, password: TEST_PASSWORD });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      token_type: "bearer",
      expires_in: 604_800,
      user: { email: AGENT, role: "agent", tenant: { slug: "clinique-madeleine", locale: "fr" } },
    });
    const cookie = answer.headers.get("set-cookie") ?? "";
    expect(cookie).toContain(`callnext_session=${answer.body.access_token};`);
    expect(cookie).toContain("HttpOnly");
    expect(cookie).toContain("SameSite=Lax");
    expect(cookie).not.toContain("Secure");
  });

  test("security: behind TLS the cookie is Secure and of this host alone, and no other name signs in", async () => {
    await using secure = await startTestApp({ config: { publicUrl: "https://queue.example" } });
    const anyone = apiOf(secure);
    const answer = await anyone("POST", "/auth/login", { email: AGENT, password: TEST_PASSWORD });
    const cookie = answer.headers.get("set-cookie") ?? "";
    const flags = cookie.split("; ").slice(1).toSorted();
    expect(cookie).toMatch(/^__Host-callnext_session=/);
    expect(flags).toEqual(["HttpOnly", "Max-Age=604800", "Path=/", "SameSite=Lax", "Secure"]);
    const token = answer.body.access_token;
    const me = (name: string) =>
      anyone("GET", "/auth/me", undefined, { headers: { cookie: `${name}=${token}` } });
    expect((await me("__Host-callnext_session")).status).toBe(200);
    expect((await me("callnext_session")).status).toBe(401);
    const out = await anyone("POST", "/auth/logout");
    expect(out.headers.get("set-cookie")).toMatch(/^__Host-callnext_session=;.*Secure/);
  });

  test.each([
    ["a wrong password", { email: AGENT, password: "wrong" }, 401, "bad-credentials"],
    [
      "an unknown address",
      { email: "nobody@nowhere.example", password: TEST_PASSWORD },
      401,
      "bad-credentials",
    ],
    ["no address at all", { email: "nonsense", password: TEST_PASSWORD }, 401, "bad-credentials"],
    ["an absent password", { email: AGENT }, 400, "invalid-input"],
  ])("%s is refused", async (_what, body, status, code) => {
    const answer = await apiOf(server)("POST", "/auth/login", body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
  });

  test("the address is not case-sensitive", async () => {
    expect((await signIn(server, AGENT.toUpperCase())).token).not.toBeNull();
  });

  test("signing out ends the session at once", async () => {
    const api = await signIn(server, AGENT);
    expect((await api("GET", "/auth/me")).status).toBe(200);
    const out = await api("POST", "/auth/logout");
    expect(out.status).toBe(204);
    expect(out.headers.get("set-cookie")).toMatch(/callnext_session=;/);
    expect((await api("GET", "/auth/me")).body.code).toBe("unauthenticated");
  });

  test("the cookie signs in too, but not for a write from a foreign page", async () => {
    const { token } = await signIn(server, AGENT);
    const cookie = { cookie: `callnext_session=${token}` };
    const anyone = apiOf(server);
    const write = (headers: Record<string, string>) =>
      anyone("POST", "/auth/socket-ticket", undefined, { headers: { ...cookie, ...headers } });
    expect((await anyone("GET", "/auth/me", undefined, { headers: cookie })).status).toBe(200);
    expect((await write({ origin: server.app.address })).status).toBe(200);
    expect((await write({})).status).toBe(200);
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
    ] as Record<string, string>[])
      expect((await write(headers)).body.code).toBe("origin-refused");
  });

  test("a page of a foreign origin cannot sign anybody in or out", async () => {
    const headers = { origin: "https://evil.example" };
    const anyone = apiOf(server);
    const body = { email: AGENT, password: TEST_PASSWORD };
    expect((await anyone("POST", "/auth/login", body, { headers })).body.code).toBe("origin-refused");
    expect((await anyone("POST", "/auth/logout", undefined, { headers })).body.code).toBe("origin-refused");
  });

  test("CORS echoes an allowed origin and no other", async () => {
    await using allowing = await startTestApp({ config: { allowedOrigins: ["https://partner.example"] } });
    const ask = (origin: string) => apiOf(allowing)("GET", "/setup", undefined, { headers: { origin } });
    const good = await ask("https://partner.example");
    expect(good.headers.get("access-control-allow-origin")).toBe("https://partner.example");
    expect(good.headers.get("access-control-allow-credentials")).toBe("true");
    expect(
      (await ask("https://partner.example.evil.example")).headers.get("access-control-allow-origin"),
    ).toBeNull();
  });
});

test("ten failures close an account to that address for a while, the right password included", async () => {
  await using guarded = await startTestApp({ config: { rateLimits: true } });
  const attempt = (email: string, password: string) =>
    apiOf(guarded)("POST", "/auth/login", { email, password });
  for (let count = 0; count < 10; count += 1) expect((await attempt(ADMIN, "guess")).status).toBe(401);
  const refused = await attempt(ADMIN, TEST_PASSWORD);
  expect([refused.status, refused.body.code]).toEqual([429, "too-many-attempts"]);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await attempt(AGENT, TEST_PASSWORD)).status).toBe(200);
});

test("security: another node and a restart forgive no failures", async () => {
  await using first = await startTestApp({ config: { rateLimits: true, secret: SECRET } });
  await using second = await startTestApp({
    config: { rateLimits: true, databaseUrl: first.connectionString, secret: SECRET },
  });
  const attempt = (node: TestApp) => apiOf(node)("POST", "/auth/login", { email: ADMIN, password: "guess" });
  for (let count = 0; count < 5; count += 1)
    for (const node of [first, second]) expect((await attempt(node)).status).toBe(401);
  for (const node of [first, second]) expect((await attempt(node)).body.code).toBe("too-many-attempts");
});

test("security: an unknown address takes as long as a wrong password, within a third", async () => {
  const attempt = async (email: string): Promise<number> => {
    const started = performance.now();
    expect((await apiOf(server)("POST", "/auth/login", { email, password: "guess" })).status).toBe(401);
    return performance.now() - started;
  };
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let round = 0; round < 15; round += 1) {
    times.known.push(await attempt(AGENT));
    times.unknown.push(await attempt(`nobody${round}@nowhere.example`));
  }
  const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[7] ?? 0;
  expect(median(times.unknown) / median(times.known)).toBeGreaterThan(2 / 3);
  expect(median(times.unknown) / median(times.known)).toBeLessThan(3 / 2);
});
