import pg from "pg";
import { describe, expect, test } from "vitest";
import { readConfig } from "../config/read-config.ts";
import { apiOf } from "../testing/api.ts";
import { startTestApp, TEST_PASSWORD } from "../testing/start-test-app.ts";

const SECRET = "the same on both nodes";

const first = {
  organisation: "Mairie de Thiès",
  locale: "fr",
  name: "Adama Sow",
  email: "Adama@mairie.example",
  password: "a long password",
};

describe("an empty server", () => {
  test("is led to its first ticket on a board by the printed code", async () => {
    await using server = await startTestApp({ demo: false });
    const anyone = apiOf(server);
    expect((await anyone("GET", "/setup")).body).toEqual({ needed: true });
    expect(server.app.setupPath).toMatch(/^\/setup#[\w-]{22}$/);
    const code = server.app.setupPath?.split("#")[1] ?? "";
    const made = await anyone("POST", "/setup", { ...first, code });
    expect(made.status).toBe(201);
    expect(made.body.user).toMatchObject({
      email: "adama@mairie.example",
      role: "admin",
      tenant: { slug: "mairie-de-thies" },
    });
    expect((await anyone("GET", "/setup")).body).toEqual({ needed: false });
    const again = await anyone("POST", "/setup", { ...first, code });
    expect([again.status, again.body.code]).toEqual([409, "setup-done"]);

    const admin = apiOf(server, made.body.access_token);
    const tenant = "/tenants/mairie-de-thies";
    const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    const opening_hours = Object.fromEntries(days.map((day) => [day, [{ opens: "00:00", closes: "24:00" }]]));
    const shop = (
      await admin("POST", `${tenant}/shops`, { name: "Guichet", time_zone: "Africa/Dakar", opening_hours })
    ).body.shop;
    const queue = (
      await admin("POST", `${tenant}/shops/${shop.id}/queues`, { name: "État civil", prefix: "E" })
    ).body.queue;
    const display = (
      await admin("POST", `${tenant}/shops/${shop.id}/displays`, {
        name: "Hall",
        queue_ids: [queue.id],
        public: true,
      })
    ).body.display;
    await anyone("POST", `/public${tenant}/queues/${queue.id}/signup/`, { full_name: "Visitor" });
    await admin("POST", `${tenant}/queues/${queue.id}/call-next`, { counter: "1" });
    const board = await anyone("GET", `/public${tenant}/displays/${display.id}/tickets/`);
    expect(board.body.tickets).toMatchObject([
      { number: "E001", status: "appele", counter: 1, agent_name: "Adama Sow" },
    ]);
  });

  test("is not set up with a wrong code, nor twice at once", async () => {
    await using server = await startTestApp({ demo: false });
    const anyone = apiOf(server);
    const wrong = await anyone("POST", "/setup", { ...first, code: "guess" });
    expect([wrong.status, wrong.body.code]).toEqual([403, "setup-code-wrong"]);
    const code = server.app.setupPath?.split("#")[1] ?? "";
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => anyone("POST", "/setup", { ...first, code })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409, 409]);
  });

  test.each([
    [{ organisation: "" }, "organisation"],
    [{ password: "short" }, "password"],
    [{ email: "nobody" }, "email"],
    [{ slug: "Not A Slug" }, "slug"],
    [{ locale: "" }, "locale"],
  ])("%j is refused", async (change, field) => {
    await using server = await startTestApp({ demo: false });
    const code = server.app.setupPath?.split("#")[1] ?? "";
    const answer = await apiOf(server)("POST", "/setup", { ...first, ...change, code });
    expect([answer.status, answer.body.field]).toEqual([400, field]);
  });
});

test("security: the printed code ends after a day, and when the next start prints another", async () => {
  let clock = Date.now();
  await using server = await startTestApp({ demo: false, now: () => clock, config: { secret: SECRET } });
  const code = server.app.setupPath?.split("#")[1] ?? "";
  clock += 24 * 3_600_000;
  const late = await apiOf(server)("POST", "/setup", { ...first, code });
  expect([late.status, late.body.code]).toEqual([403, "setup-code-expired"]);
  await using next = await startTestApp({
    demo: false,
    now: () => clock,
    config: { databaseUrl: server.connectionString, secret: SECRET },
  });
  const older = await apiOf(next)("POST", "/setup", { ...first, code });
  expect(older.body.code).toBe("setup-code-wrong");
  const newer = next.app.setupPath?.split("#")[1] ?? "";
  expect((await apiOf(server)("POST", "/setup", { ...first, code: newer })).status).toBe(201);
});

test("security: an empty production server has no account at all, whatever is tried", async () => {
  const read = readConfig({ NODE_ENV: "production" });
  if (!read.ok) throw new Error(read.message);
  const { production, demo } = read.config;
  await using server = await startTestApp({ demo, config: { production } });
  const client = new pg.Client({ connectionString: server.connectionString });
  await client.connect();
  const counted = await client.query(
    `select (select count(*)::integer from auth."user") as accounts, (select count(*)::integer from staff) as staff,
      (select count(*)::integer from operators) as operators`,
  );
  await client.end();
  expect(counted.rows).toEqual([{ accounts: 0, staff: 0, operators: 0 }]);
  for (const email of ["admin@example.com", "admin@clinique-madeleine.example", "root@localhost"])
    for (const password of ["admin", "password", "changeme", TEST_PASSWORD])
      expect((await apiOf(server)("POST", "/auth/login", { email, password })).status).toBe(401);
});

test("a server with the demo needs no setup and prints no code", async () => {
  await using server = await startTestApp();
  expect(server.app.setupPath).toBeNull();
  const answer = await apiOf(server)("POST", "/setup", { ...first, code: "anything" });
  expect(answer.body.code).toBe("setup-done");
});
