import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ADMIN, AGENT, type Api, apiOf, MANAGER, OWNER, signIn } from "../testing/api.ts";
import { startTestApp, TEST_PASSWORD, type TestApp } from "../testing/start-test-app.ts";

const HOUR = 3_600_000;
let server: TestApp;
let clock = Date.now();
beforeAll(async () => {
  server = await startTestApp({ now: () => clock });
});
afterAll(() => server[Symbol.asyncDispose]());

async function query<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) {
  const client = new pg.Client({ connectionString: server.connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

const alive = async (api: Api): Promise<boolean> => (await api("GET", "/auth/me")).status === 200;
const seenAt = async (api: Api): Promise<number> => {
  const { sessions } = (await api("GET", "/auth/sessions")).body;
  const own = sessions.find(({ current }: { current: boolean }) => current);
  return Date.parse(own.last_seen_at);
};

describe("a session", () => {
  test("security: ends twelve hours after its last use, and lives on while it is used", async () => {
    const used = await signIn(server, AGENT);
    const forgotten = await signIn(server, AGENT);
    for (let hours = 0; hours < 12; hours += 4) {
      clock += 4 * HOUR - 1;
      expect(await alive(used)).toBe(true);
      await expect.poll(() => seenAt(used), { timeout: 5_000 }).toBe(clock);
    }
    clock += 3;
    expect(await alive(forgotten)).toBe(false);
    expect(await alive(used)).toBe(true);
  });

  test("security: ends after seven days, however busy", async () => {
    const busy = await signIn(server, AGENT);
    const end = clock + 7 * 24 * HOUR;
    while (clock + 8 * HOUR < end) {
      clock += 8 * HOUR;
      expect(await alive(busy)).toBe(true);
      await expect.poll(() => seenAt(busy), { timeout: 5_000 }).toBe(clock);
    }
    clock = end;
    expect(await alive(busy)).toBe(false);
  });

  test("is marked as seen at most once a minute", async () => {
    const api = await signIn(server, AGENT);
    const begun = clock;
    clock += 59_000;
    expect(await alive(api)).toBe(true);
    expect(await seenAt(api)).toBe(begun);
    clock += 1_000;
    await expect.poll(() => seenAt(api), { timeout: 5_000 }).toBe(clock);
  });

  test("security: its token is nowhere in the database, and the stored hash opens nothing", async () => {
    const { token } = await signIn(server, AGENT);
    const rows = await query<{ token: string }>("select token from auth.session");
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map((row) => row.token)).not.toContain(token);
    for (const { token: stored } of rows) expect(await alive(apiOf(server, stored))).toBe(false);
  });

  test("security: a sign-in takes over no token that the browser brought, and ends the session it had", async () => {
    const planted = "planted-by-somebody-else-0000000000000000000";
    const login = (cookie: string) =>
      apiOf(server)(
        "POST",
        "/auth/login",
        { email: AGENT, password: TEST_PASSWORD },
        { headers: { cookie } },
      );
    const first = await login(`callnext_session=${planted}`);
    expect(first.body.access_token).not.toBe(planted);
    expect(await alive(apiOf(server, planted))).toBe(false);
    const second = await login(`callnext_session=${first.body.access_token}`);
    expect(second.body.access_token).not.toBe(first.body.access_token);
    expect(await alive(apiOf(server, first.body.access_token))).toBe(false);
    expect(await alive(apiOf(server, second.body.access_token))).toBe(true);
  });
});

describe("one's own sessions", () => {
  test("are listed with device and address; one is ended, others' are not there", async () => {
    const here = await signIn(server, MANAGER);
    const headers = {
      "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    };
    const body = { email: MANAGER, password: TEST_PASSWORD };
    const phone = apiOf(
      server,
      (await apiOf(server)("POST", "/auth/login", body, { headers })).body.access_token,
    );
    const { sessions } = (await here("GET", "/auth/sessions")).body;
    expect(sessions).toHaveLength(2);
    const other = sessions.find(({ current }: { current: boolean }) => !current);
    expect(other).toMatchObject({ browser: "Firefox", system: "Linux", ip: "127.0.0.1" });
    expect(JSON.stringify(sessions)).not.toContain(phone.token);

    const stranger = await signIn(server, OWNER);
    expect((await stranger("DELETE", `/auth/sessions/${other.id}`)).body.code).toBe("session-not-found");
    expect((await here("DELETE", `/auth/sessions/${other.id}`)).status).toBe(204);
    expect([await alive(phone), await alive(here)]).toEqual([false, true]);
  });

  test("are at most fifty: the one not used for longest gives way", async () => {
    const first = await signIn(server, ADMIN);
    await query(
      `insert into auth.session (id, token, "userId", "createdAt", "updatedAt", "expiresAt")
       select 'many' || n, 'many' || n, s."userId", s."createdAt", s."updatedAt" + interval '1 second', s."expiresAt"
       from auth.session s join auth."user" u on u.id = s."userId", generate_series(1, 49) n where u.email = $1`,
      [ADMIN],
    );
    clock += 2_000;
    const last = await signIn(server, ADMIN);
    expect((await last("GET", "/auth/sessions")).body.sessions).toHaveLength(50);
    expect(await alive(first)).toBe(false);
  });

  test("P14 revoke: signing out everywhere ends all of them, this one too", async () => {
    const [one, two] = [await signIn(server, OWNER), await signIn(server, OWNER)];
    const out = await one("POST", "/auth/logout-everywhere");
    expect(out.status).toBe(204);
    expect(out.headers.get("set-cookie")).toMatch(/callnext_session=;/);
    expect([await alive(one), await alive(two)]).toEqual([false, false]);
  });

  test("the own name changes for colleagues too", async () => {
    const api = await signIn(server, AGENT);
    expect((await api("PATCH", "/auth/me", { full_name: "Awa Diop-Sarr" })).body.user.full_name).toBe(
      "Awa Diop-Sarr",
    );
    expect((await api("GET", "/auth/me")).body.user.full_name).toBe("Awa Diop-Sarr");
    const manager = await signIn(server, MANAGER);
    const { staff } = (await manager("GET", "/tenants/clinique-madeleine/staff")).body;
    expect(staff.map((one: { full_name: string }) => one.full_name)).toContain("Awa Diop-Sarr");
  });
});
