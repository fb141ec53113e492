import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLog } from "../log/create-log.ts";
import { openFaultProxy } from "../storage/testing/fault-proxy.ts";
import { openTestDatabase } from "../storage/testing/test-database.ts";
import { AGENT, apiOf, type Api, clinicOf, signIn } from "../testing/api.ts";
import { eventually } from "../shops/testing/test-shop.ts";
import { startTestApp, TEST_PASSWORD, type TestApp } from "../testing/start-test-app.ts";

let server: TestApp;
let anyone: Api;
let web: string;
beforeAll(async () => {
  web = await mkdtemp(join(tmpdir(), "callnext-web-"));
  for (const directory of ["assets", "pages", "console"]) await mkdir(join(web, directory));
  await writeFile(join(web, "pages/home.html"), "<html><head></head><body>home</body></html>");
  await writeFile(join(web, "console/index.html"), "<html><head></head><body>console</body></html>");
  await writeFile(join(web, "assets/app-abc123.js"), "1");
  server = await startTestApp({
    webDirectory: web,
    config: { metricsToken: "a-long-metrics-token", webSocketUrl: "wss://sockets.example" },
  });
  anyone = apiOf(server);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await rm(web, { recursive: true });
});

describe("the API's description", () => {
  test("is OpenAPI 3.1 and lists every route with what it takes and answers", async () => {
    const { body: api } = await anyone("GET", "//api/openapi.json");
    expect(api.openapi).toBe("3.1.0");
    const operations = Object.entries<
      Record<string, { operationId: string; summary: string; responses: object }>
    >(api.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
    );
    for (const { path, operationId, summary, responses } of operations) {
      expect([path, operationId, summary].every((text) => typeof text === "string" && text !== "")).toBe(
        true,
      );
      expect(Object.keys(responses).length).toBeGreaterThan(0);
    }
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining([
        "login",
        "signup",
        "callNext",
        "noShowTicket",
        "placeTicket",
        "displayTickets",
        "createShop",
        "topic",
        "metrics",
      ]),
    );
    expect(operations.length).toBeGreaterThan(55);
    expect(JSON.stringify(api)).toContain('"prefix"');
  });

  test("has the sockets beside it as AsyncAPI 3.0", async () => {
    const { status, headers, body } = await anyone("GET", "//api/asyncapi.json");
    expect([status, headers.get("content-type")]).toEqual([200, "application/json; charset=utf-8"]);
    expect(body.asyncapi).toBe("3.0.0");
    expect(Object.keys(body.channels)).toEqual(["native", "queue", "queuePage", "appointments", "display"]);
  });

  test("is drawn by a page that brings everything itself", async () => {
    const page = await anyone("GET", "//api/");
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self';");
    expect(page.body).not.toMatch(/https?:\/\/|<script>|style=|onclick/);
    for (const path of ["//api/reference.js", "//api/reference.css"])
      expect((await anyone("GET", path)).status).toBe(200);
  });
});

describe("metrics", () => {
  test("are for this machine or the token, and not for what a proxy forwards", async () => {
    const read = async (headers: Record<string, string>) =>
      (await anyone("GET", "//metrics", undefined, { headers })).status;
    expect(await read({})).toBe(200);
    expect(await read({ "x-forwarded-for": "127.0.0.1" })).toBe(403);
    expect(await read({ forwarded: "for=127.0.0.1" })).toBe(403);
    expect(await read({ authorization: "Bearer a-wrong-token" })).toBe(403);
    expect(
      await read({ "x-forwarded-for": "203.0.113.9", authorization: "Bearer a-long-metrics-token" }),
    ).toBe(200);
  });

  test("count requests by route, never by address", async () => {
    await anyone("GET", "/public/tickets/9b0179a0-3363-484e-b063-04bdd05921d3");
    const { body } = await anyone("GET", "//metrics");
    expect(body).toContain('route="/api/v1/public/tickets/:ticketId"');
    expect(body).not.toContain("9b0179a0");
    expect(body).toContain("callnext_database_up 1");
  });
});

describe("pages", () => {
  test("stand at their addresses under a strict policy and are always asked for", async () => {
    for (const [path, text] of [
      ["//", "home"],
      ["//console", "console"],
      ["//console/shops/1", "console"],
      ["//setup", "console"],
      ["//login", "console"],
    ] as const) {
      const page = await anyone("GET", path);
      expect([path, page.status]).toEqual([path, 200]);
      expect(page.body).toContain(text);
      const policy = page.headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'; script-src 'self';");
      expect(policy).not.toContain("unsafe-inline");
      expect(policy).toContain("wss://sockets.example");
      expect(page.headers.get("cache-control")).toBe("no-cache");
      expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  test("assets are kept for ever; what is not there is not there", async () => {
    const asset = await anyone("GET", "//assets/app-abc123.js");
    expect(asset.headers.get("cache-control")).toContain("immutable");
    expect((await anyone("GET", "//assets/..%2fconsole/index.html")).status).toBe(404);
    expect((await anyone("GET", "//nowhere")).body.code).toBe("not-found");
    const page = await anyone("GET", "//nowhere", undefined, { headers: { accept: "text/html" } });
    expect([page.status, page.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
  });

  test("a screen that is not built says how to build it", async () => {
    const page = await anyone("GET", "//join/any-shop");
    expect(page.status).toBe(503);
    expect(page.body).toContain("npm run build");
  });
});

test("the log holds no names, phones, passwords or tokens", async () => {
  const lines: string[] = [];
  const log = createLog({ level: "trace", destination: { write: (line) => void lines.push(line) } });
  await using logged = await startTestApp({ log });
  const clinic = await clinicOf(logged);
  const agent = await signIn(logged, AGENT);
  await apiOf(logged)("POST", "/auth/login", { email: AGENT, password: "wrong password" });
  const person = { full_name: "Canary Person", phone: "+221770009999", email: "canary@visitor.example" };
  await apiOf(logged)("POST", `/public/tenants/clinique-madeleine/queues/${clinic.queueId}/signup/`, person);
  await agent("GET", `${clinic.tenant}/shops/1/state?secret=canary-query`);
  log.info(
    { password: "canary-1", user: { email: "canary-2" }, req: { headers: { cookie: "canary-3" } } },
    "told",
  );
  const text = lines.join("");
  expect(text).toContain("/api/v1/tenants/:slug/shops/:shopId/state");
  for (const secret of [
    "Canary",
    "canary",
    "770009999",
    TEST_PASSWORD,
    "wrong password",
    agent.token ?? "?",
    AGENT,
  ])
    expect(text).not.toContain(secret);
});

test("while the database is away: not ready, commands ask to come back, and all is well after", async () => {
  await using database = await openTestDatabase();
  const target = database.connectionString;
  let proxy = await openFaultProxy(target);
  const port = new URL(proxy.connectionString).port;
  await using app = await startTestApp({ config: { databaseUrl: proxy.connectionString } });
  const agent = await signIn(app, AGENT);
  const clinic = await clinicOf(app);
  expect((await agent("GET", "//readyz")).status).toBe(200);
  await proxy[Symbol.asyncDispose]();
  expect((await agent("GET", "//healthz")).status).toBe(200);
  const away = await agent("GET", "//readyz");
  expect([away.status, away.body.code, away.headers.get("retry-after")]).toEqual([503, "unavailable", "1"]);
  const refused = await agent(
    "POST",
    `${clinic.tenant}/queues/${clinic.queueId}/tickets`,
    {},
    { key: "once" },
  );
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "1"]);
  proxy = await openFaultProxy(target, Number(port));
  await eventually(async () => (await agent("GET", "//readyz")).status === 200);
  await eventually(async () => {
    const answer = await agent(
      "POST",
      `${clinic.tenant}/queues/${clinic.queueId}/tickets`,
      {},
      { key: "once" },
    );
    return answer.status === 201;
  });
  await app[Symbol.asyncDispose]();
  await proxy[Symbol.asyncDispose]();
});
