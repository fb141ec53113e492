import { Secret, TOTP } from "otpauth";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ADMIN, AGENT, type Api, apiOf, MANAGER, OWNER, signIn } from "../testing/api.ts";
import { startTestApp, TEST_PASSWORD, type TestApp } from "../testing/start-test-app.ts";

const STEP_MS = 30_000;
const CLINIC = "/tenants/clinique-madeleine";

let clock = Date.now();
let server: TestApp;
let anyone: Api;
beforeAll(async () => {
  server = await startTestApp({ now: () => clock });
  anyone = apiOf(server);
});
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() => {
  // Each test's codes are new ones.
  clock += 2 * STEP_MS;
});

function codeOf(secret: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock });
}

async function enrol(api: Api): Promise<{ secret: string; recovery: readonly string[] }> {
  const begun = await api("POST", "/auth/totp", { password: TEST_PASSWORD });
  expect(begun.status).toBe(200);
  const { secret } = begun.body;
  const done = await api("POST", "/auth/totp/confirm", { code: codeOf(secret) });
  expect(done.status).toBe(200);
  clock += STEP_MS;
  return { secret, recovery: done.body.recovery_codes };
}

async function halfWay(email: string): Promise<string> {
  const answer = await anyone("POST", "/auth/login", { email, password: TEST_PASSWORD });
  expect([answer.status, answer.body.access_token]).toEqual([200, undefined]);
  return answer.body.pending;
}

describe("security: a second factor at sign-in", () => {
  let agent: Api;
  let secret: string;
  let recovery: readonly string[];
  beforeAll(async () => {
    agent = await signIn(server, AGENT);
    ({ secret, recovery } = await enrol(agent));
  });

  test("the password alone opens nothing; its token is no session", async () => {
    const answer = await anyone("POST", "/auth/login", { email: AGENT, password: TEST_PASSWORD });
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(answer.body).toEqual({
      second_factor: ["totp", "recovery-code"],
      pending: expect.any(String),
      expires_in: 300,
    });
    const asSession = apiOf(server, answer.body.pending);
    expect((await asSession("GET", "/auth/me")).status).toBe(401);
    expect((await asSession("GET", `${CLINIC}/shops`)).status).toBe(401);
    expect((await asSession("POST", "/auth/socket-ticket")).status).toBe(401);
  });

  test("a wrong password asks for no second factor", async () => {
    const answer = await anyone("POST", "/auth/login", { email: AGENT, password: "wrong password" });
    expect([answer.status, answer.body.code]).toEqual([401, "bad-credentials"]);
    expect(answer.body.second_factor).toBeUndefined();
  });

  test("the app's code makes the session, once", async () => {
    const pending = await halfWay(AGENT);
    const code = codeOf(secret);
    const done = await anyone("POST", "/auth/second-factor", { pending, code });
    expect(done.status).toBe(200);
    expect(done.headers.get("set-cookie")).toMatch(/^callnext_session=/);
    expect((await apiOf(server, done.body.access_token)("GET", "/auth/me")).body.user.email).toBe(AGENT);
    const again = await anyone("POST", "/auth/second-factor", { pending, code });
    expect([again.status, again.body.code]).toEqual([401, "sign-in-over"]);
    const replayed = await anyone("POST", "/auth/second-factor", { pending: await halfWay(AGENT), code });
    expect([replayed.status, replayed.body.code]).toEqual([403, "code-wrong"]);
  });

  test("a token bears five tries, the right code does not help after them", async () => {
    const pending = await halfWay(AGENT);
    const wrong = Array.from({ length: 5 }, () =>
      anyone("POST", "/auth/second-factor", { pending, code: "000000" }),
    );
    for (const answer of await Promise.all(wrong)) expect(answer.body.code).toBe("code-wrong");
    const right = await anyone("POST", "/auth/second-factor", { pending, code: codeOf(secret) });
    expect([right.status, right.body.code]).toEqual([401, "sign-in-over"]);
  });

  test("it is over after five minutes, and unknown ones look the same", async () => {
    const pending = await halfWay(AGENT);
    clock += 5 * 60_000;
    for (const token of [pending, "no such token", ""]) {
      const answer = await anyone("POST", "/auth/second-factor", { pending: token, code: codeOf(secret) });
      expect([answer.status, answer.body.code]).toEqual([401, "sign-in-over"]);
    }
  });

  test("a recovery code signs in once", async () => {
    const recovery_code = recovery[0];
    const first = await anyone("POST", "/auth/second-factor", {
      pending: await halfWay(AGENT),
      recovery_code,
    });
    expect(first.status).toBe(200);
    const again = await anyone("POST", "/auth/second-factor", {
      pending: await halfWay(AGENT),
      recovery_code,
    });
    expect([again.status, again.body.code]).toEqual([403, "code-wrong"]);
  });

  test("a page of another origin completes nothing", async () => {
    const headers = { origin: "https://evil.example" };
    const body = { pending: await halfWay(AGENT), code: codeOf(secret) };
    const answer = await anyone("POST", "/auth/second-factor", body, { headers });
    expect([answer.status, answer.body.code]).toEqual([403, "origin-refused"]);
  });

  test("giving it up takes the password and a code", async () => {
    const api = agent;
    const wrongPassword = await api("POST", "/auth/totp/disable", { password: "no", code: codeOf(secret) });
    expect([wrongPassword.status, wrongPassword.body.code]).toEqual([403, "password-wrong"]);
    const wrongCode = await api("POST", "/auth/totp/disable", { password: TEST_PASSWORD, code: "000000" });
    expect([wrongCode.status, wrongCode.body.code]).toEqual([403, "code-wrong"]);
    const done = await api("POST", "/auth/totp/disable", { password: TEST_PASSWORD, code: codeOf(secret) });
    expect(done.status).toBe(204);
    expect((await api("GET", "/auth/second-factors")).body).toMatchObject({
      totp_since: null,
      recovery_codes_left: 0,
    });
    await signIn(server, AGENT);
  });
});

describe("security: what an account's owner changes", () => {
  test("needs their password, not only an open session", async () => {
    const api = await signIn(server, AGENT);
    const tries: readonly [string, unknown][] = [
      ["/auth/totp", { password: "not theirs" }],
      ["/auth/recovery-codes", { password: "not theirs" }],
      ["/auth/passkeys/1/remove", { password: "not theirs" }],
    ];
    for (const [path, body] of tries) {
      const answer = await api("POST", path, body);
      expect([path, answer.status, answer.body.code]).toEqual([path, 403, "password-wrong"]);
      expect((await anyone("POST", path, body)).status).toBe(401);
    }
  });

  test("its secret and codes are in no answer but the first, and not in the audit log", async () => {
    const api = await signIn(server, AGENT);
    const { secret, recovery } = await enrol(api);
    const renewed = await api("POST", "/auth/recovery-codes", { password: TEST_PASSWORD });
    const [fresh] = renewed.body.recovery_codes;
    const listed = await api("GET", "/auth/second-factors");
    expect(listed.body).toMatchObject({ recovery_codes_left: 10, required: false });
    const admin = await signIn(server, ADMIN);
    const audit = await admin("GET", `${CLINIC}/audit`);
    expect(JSON.stringify(audit.body)).toContain("second-factor-added");
    for (const kept of [secret, recovery[0], fresh]) {
      expect(JSON.stringify(listed.body)).not.toContain(kept);
      expect(JSON.stringify(audit.body)).not.toContain(kept);
    }
    await api("POST", "/auth/totp/disable", { password: TEST_PASSWORD, code: fresh });
  });
});

describe("security: an organisation that asks for a second factor", () => {
  let adminSecret = "";

  test("gives its managers and administrators nothing until they have one, and its agents everything", async () => {
    const admin = await signIn(server, ADMIN);
    const manager = await signIn(server, MANAGER);
    const agent = await signIn(server, AGENT);
    expect((await manager("PATCH", `${CLINIC}/sign-in-rules`, { require_second_factor: true })).status).toBe(
      403,
    );
    const on = await admin("PATCH", `${CLINIC}/sign-in-rules`, { require_second_factor: true });
    expect([on.status, on.body]).toEqual([200, { require_second_factor: true }]);

    for (const api of [admin, manager]) {
      const refused = await api("GET", `${CLINIC}/shops`);
      expect([refused.status, refused.body.code]).toEqual([403, "second-factor-required"]);
      expect((await api("GET", "/auth/me")).body.user).toMatchObject({ second_factor_required: true });
      expect((await api("GET", "/auth/second-factors")).body.required).toBe(true);
    }
    expect((await agent("GET", `${CLINIC}/shops`)).status).toBe(200);
    expect((await agent("GET", "/auth/me")).body.user.second_factor_required).toBe(false);

    // Who signs in anew is let in as far as setting one up.
    const again = await signIn(server, MANAGER);
    expect((await again("GET", `${CLINIC}/shops`)).body.code).toBe("second-factor-required");
    const { secret } = await enrol(again);
    expect((await again("GET", `${CLINIC}/shops`)).status).toBe(200);
    expect((await manager("GET", `${CLINIC}/shops`)).status).toBe(200);

    // Giving it up closes the door again.
    await again("POST", "/auth/totp/disable", { password: TEST_PASSWORD, code: codeOf(secret) });
    expect((await again("GET", `${CLINIC}/shops`)).body.code).toBe("second-factor-required");

    adminSecret = (await enrol(admin)).secret;
    const off = await admin("PATCH", `${CLINIC}/sign-in-rules`, { require_second_factor: false });
    expect(off.status).toBe(200);
    expect((await again("GET", `${CLINIC}/shops`)).status).toBe(200);
  });

  test("a colleague's lost factor is reset by an administrator of theirs, and noted", async () => {
    const admin = await signInFully(ADMIN, adminSecret);
    const manager = await signIn(server, MANAGER);
    await enrol(manager);
    const staff = (await admin("GET", `${CLINIC}/staff`)).body.staff as { id: number; email: string }[];
    const id = String(staff.find(({ email }) => email === MANAGER)?.id);
    const path = `${CLINIC}/staff/${id}/reset-second-factor`;
    expect((await manager("POST", path)).status).toBe(403);
    const owner = await signIn(server, OWNER);
    expect((await owner("POST", path)).body.code).toBe("tenant-not-found");
    const foreign = await owner("POST", `/tenants/salon-teranga/staff/${id}/reset-second-factor`);
    expect(foreign.body.code).toBe("staff-not-found");

    // Of somebody who works elsewhere too, no single organisation decides.
    await alsoWorksAt("salon-teranga", MANAGER, true);
    expect((await admin("POST", path)).body.code).toBe("forbidden");
    await alsoWorksAt("salon-teranga", MANAGER, false);

    expect((await admin("POST", path)).status).toBe(204);
    expect((await manager("GET", "/auth/me")).status).toBe(401);
    await signIn(server, MANAGER);
    const audit = await admin("GET", `${CLINIC}/audit`);
    expect(JSON.stringify(audit.body)).toContain("second-factor-reset");
  });
});

async function alsoWorksAt(slug: string, email: string, works: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: server.connectionString });
  await client.connect();
  try {
    const change = works
      ? `insert into staff (tenant_id, user_id, name, email, role)
          select t.id, u.id, u.name, u.email, 'agent' from tenants t, auth."user" u
          where t.slug = $1 and u.email = $2`
      : `delete from staff where tenant_id = (select id from tenants where slug = $1) and email = $2`;
    expect((await client.query(change, [slug, email])).rowCount).toBe(1);
  } finally {
    await client.end();
  }
}

async function signInFully(email: string, secret: string): Promise<Api> {
  const body = { pending: await halfWay(email), code: codeOf(secret) };
  const answer = await anyone("POST", "/auth/second-factor", body);
  expect(answer.status).toBe(200);
  return apiOf(server, answer.body.access_token);
}
