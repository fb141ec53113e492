import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  AGENT,
  type Answer,
  type Api,
  apiOf,
  type Clinic,
  clinicOf,
  MANAGER,
  signIn,
} from "../../testing/api.ts";
import { startTestApp, type TestApp } from "../../testing/start-test-app.ts";
import pg from "pg";

let server: TestApp;
let agent: Api;
let clinic: Clinic;
beforeAll(async () => {
  server = await startTestApp();
  agent = await signIn(server, AGENT);
  clinic = await clinicOf(server);
}, 60_000);
afterAll(() => server[Symbol.asyncDispose]());

/** What only the inside knows: paths, queries, names of libraries, of tables and of classes. */
const INSIDE =
  /\bat \S+ \(|node_modules|packages\/|\.ts\b|select |insert |relation|column|kysely|fastify|postgres|FST_|Error\b/i;

function expectProblem({ status, headers, body }: Answer, wantedStatus: number, code: string): void {
  expect([status, body.code]).toEqual([wantedStatus, code]);
  expect(headers.get("content-type")).toMatch(/^application\/problem\+json(?:; charset=utf-8)?$/);
  expect(headers.get("cache-control")).toBe("no-store");
  expect(body).toMatchObject({ type: `urn:callnext:problem:${code}`, status: wantedStatus });
  expect(JSON.stringify(body)).not.toMatch(INSIDE);
}

const login = "/auth/login";
const json = { "content-type": "application/json" };

describe("security: every kind of failure is a problem that tells nothing of the inside", () => {
  test.each<[string, () => Promise<Answer>, number, string]>([
    ["malformed JSON", () => apiOf(server)("POST", login, "{]", { headers: json }), 400, "bad-json"],
    [
      "a form",
      () =>
        apiOf(server)("POST", login, "a=1", {
          headers: { "content-type": "application/x-www-form-urlencoded" },
        }),
      415,
      "unsupported-media-type",
    ],
    [
      "a body of a stranger beyond 16 KiB",
      () => apiOf(server)("POST", login, JSON.stringify({ email: "x".repeat(17_000) }), { headers: json }),
      413,
      "body-too-large",
    ],
    [
      "a body beyond 64 KiB",
      () =>
        agent("POST", `${clinic.tenant}/queues/${clinic.queueId}/tickets`, { full_name: "x".repeat(66_000) }),
      413,
      "body-too-large",
    ],
    ["a wrong type", () => apiOf(server)("POST", login, { email: {} }), 400, "invalid-input"],
    [
      "an address that is no UTF-8",
      () => apiOf(server)("GET", "/public/tenants/%ff/queues/"),
      400,
      "bad-request",
    ],
    [
      "an address beyond all length",
      () => apiOf(server)("GET", `/topics/${"x".repeat(5_000)}`),
      404,
      "not-found",
    ],
    ["an unknown address", () => apiOf(server)("GET", "/nowhere"), 404, "not-found"],
    ["an unknown method", () => apiOf(server)("DELETE", "/setup"), 404, "not-found"],
    ["no session", () => apiOf(server)("GET", "/auth/me"), 401, "unauthenticated"],
  ])("%s", async (_what, ask, status, code) => {
    expectProblem(await ask(), status, code);
  });

  test("what nobody expected", async () => {
    await using broken = await startTestApp();
    const { address } = broken.app;
    expect(address).toContain("127.0.0.1");
    const owner = new pg.Client({ connectionString: broken.connectionString });
    await owner.connect();
    const someone = await signIn(broken, MANAGER);
    await owner.query("alter table staff rename column email to email_gone");
    const answer = await someone("GET", "/tenants/clinique-madeleine/staff");
    await owner.end();
    expectProblem(answer, 500, "internal");
    expect(Object.keys(answer.body).toSorted()).toEqual(["code", "status", "title", "type"]);
  }, 30_000);
});

describe("security: names that reach an object's prototype", () => {
  test.each([
    `{"email":"a@b.example","password":"x","__proto__":{"polluted":true}}`,
    String.raw`{"email":"a@b.example","password":"x","\u005f_proto__":{"polluted":true}}`,
    `{"email":"a@b.example","password":"x","constructor":{"prototype":{"polluted":true}}}`,
    `{"__proto__":{"email":"a@b.example","password":"x"}}`,
    `[{"__proto__":{"polluted":true}}]`,
  ])("in a body change nothing: %s", async (body) => {
    const answer = await apiOf(server)("POST", login, body, { headers: json });
    expect([400, 401]).toContain(answer.status);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test("do not stand in for fields that are required", async () => {
    const body = `{"__proto__":{"email":"${AGENT}","password":"x"}}`;
    const answer = await apiOf(server)("POST", login, body, { headers: json });
    expectProblem(answer, 400, "invalid-input");
  });

  test.each(["__proto__[x]=1", "__proto__=1", "constructor[prototype][x]=1", "constructor=1"])(
    "in a query change nothing: %s",
    async (query) => {
      const answer = await agent("GET", `${clinic.tenant}/shops/${clinic.shopId}/state?${query}`);
      expect(answer.status).toBe(200);
      expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
    },
  );

  test("as ids name nothing", async () => {
    for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
      expect((await agent("GET", `/tenants/${name}/shops`)).body.code).toBe("tenant-not-found");
      expect((await apiOf(server)("GET", `/topics/${name}`)).body.code).toBe("topic-unknown");
      expect((await apiOf(server)("GET", `/public/tenants/${name}/queues/`)).body.code).toBe(
        "tenant-not-found",
      );
    }
  });
});

describe("headers", () => {
  test("security: HSTS stands where the public URL is https, and only there", async () => {
    await using secure = await startTestApp({ config: { publicUrl: "https://queue.example" } });
    const there = await apiOf(secure)("GET", "/setup");
    expect(there.headers.get("strict-transport-security")).toBe("max-age=31536000");
    const here = await apiOf(server)("GET", "/setup");
    expect(here.headers.get("strict-transport-security")).toBeNull();
  });

  test("security: what is no page does nothing where it is opened as one", async () => {
    for (const path of ["/setup", "/nowhere", "/auth/me"]) {
      const { headers } = await apiOf(server)("GET", path);
      expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-powered-by")).toBeNull();
      expect(headers.get("server")).toBeNull();
    }
  });
});
