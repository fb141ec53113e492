import { WebSocket } from "ws";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ADMIN, AGENT, type Api, apiOf, MANAGER, signIn } from "../testing/api.ts";
import { mailedToken, mailsTo } from "../testing/mails.ts";
import { startTestApp, TEST_PASSWORD, type TestApp } from "../testing/start-test-app.ts";

let server: TestApp;
let anyone: Api;
let clock = Date.now();
beforeAll(async () => {
  server = await startTestApp({ now: () => clock });
  anyone = apiOf(server);
});
afterAll(() => server[Symbol.asyncDispose]());

const ask = (email: string) => anyone("POST", "/auth/password-reset/request", { email });
const choose = (token: string, password: string) =>
  anyone("POST", "/auth/password-reset", { token, password });

describe("a forgotten password", () => {
  test("P14 revoke: is replaced by the mailed link, once; sessions and sockets of the old one end", async () => {
    const before = await signIn(server, AGENT);
    const socket = new WebSocket(`${server.app.address.replace("http", "ws")}/ws/v1`, "callnext.v1", {
      headers: { authorization: `Bearer ${String(before.token)}` },
    });
    const closed = new Promise<number>((resolve) => socket.once("close", (code) => resolve(code)));
    await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
    expect((await ask(AGENT)).status).toBe(204);
    const token = await mailedToken(server, AGENT);
    const started = performance.now();
    expect((await choose(token, "a brand new password")).status).toBe(204);
    expect(await closed).toBe(4401);
    expect(performance.now() - started).toBeLessThan(2_000);
    expect((await before("GET", "/auth/me")).status).toBe(401);
    expect((await choose(token, "yet another one")).body.code).toBe("link-over");
    await signIn(server, AGENT, "a brand new password");
    expect((await anyone("POST", "/auth/login", { email: AGENT, password: TEST_PASSWORD })).status).toBe(401);
  });

  test("security: an unknown address gets the same answer, and no mail", async () => {
    const known = await ask(MANAGER);
    const unknown = await ask("nobody@nowhere.example");
    const told = ({ status, body, headers }: Awaited<ReturnType<Api>>) => [
      status,
      body,
      [...headers.keys()].filter((name) => name !== "date").toSorted(),
    ];
    expect(told(unknown)).toEqual(told(known));
    await mailedToken(server, MANAGER);
    expect(await mailsTo(server, "nobody@nowhere.example")).toEqual([]);
  });

  test("security: a link ends after 30 minutes, and when a newer one is given", async () => {
    const count = (await mailsTo(server, ADMIN)).length;
    await ask(ADMIN);
    const first = await mailedToken(server, ADMIN, count + 1);
    await ask(ADMIN);
    const second = await mailedToken(server, ADMIN, count + 2);
    expect((await choose(first, "a brand new password")).body.code).toBe("link-over");
    clock += 30 * 60_000;
    expect((await choose(second, "a brand new password")).body.code).toBe("link-over");
    await signIn(server, ADMIN);
  });

  test("security: a password that an administrator sets ends the link that was under way", async () => {
    const email = "moussa.ndiaye@clinique-madeleine.example";
    await ask(email);
    const token = await mailedToken(server, email);
    const admin = await signIn(server, ADMIN);
    const staff = "/tenants/clinique-madeleine/staff";
    const { id } = (await admin("GET", staff)).body.staff.find(
      (one: { email: string }) => one.email === email,
    );
    await admin("PATCH", `${staff}/${id}`, { password: "set by the admin" });
    expect((await choose(token, "a brand new password")).body.code).toBe("link-over");
    await signIn(server, email, "set by the admin");
  });

  test.each(["", "x".repeat(43), "'; drop table password_resets"])(
    "security: %j is no link",
    async (token) => {
      expect((await choose(token, "a brand new password")).body.code).toBe("link-over");
    },
  );

  test("a password that is too short leaves the link as it was", async () => {
    const count = (await mailsTo(server, MANAGER)).length;
    await ask(MANAGER);
    const token = await mailedToken(server, MANAGER, count + 1);
    expect((await choose(token, "short")).body).toMatchObject({ code: "invalid-input", field: "password" });
    expect((await choose(token, "long enough now")).status).toBe(204);
  });
});

test("security: requests for links are limited, alike for known and unknown addresses", async () => {
  await using limited = await startTestApp({ config: { rateLimits: true } });
  const request = (email: string) => apiOf(limited)("POST", "/auth/password-reset/request", { email });
  for (const email of [AGENT, "nobody@nowhere.example"]) {
    const answers = [];
    for (let count = 0; count < 4; count += 1) answers.push((await request(email)).status);
    expect(answers).toEqual([204, 204, 204, 429]);
  }
});

test("one's own password: by the current one; this device goes on with a new token, the others end", async () => {
  const here = await signIn(server, ADMIN);
  const elsewhere = await signIn(server, ADMIN);
  const change = (current_password: string) =>
    here("POST", "/auth/password", { current_password, password: "an admin's next password" });
  expect((await change("not it")).body).toMatchObject({ code: "password-wrong", field: "current_password" });
  const changed = await change(TEST_PASSWORD);
  expect(changed.status).toBe(200);
  expect((await elsewhere("GET", "/auth/me")).status).toBe(401);
  expect((await here("GET", "/auth/me")).status).toBe(401);
  expect((await apiOf(server, changed.body.access_token)("GET", "/auth/me")).status).toBe(200);
  await expect
    .poll(async () => (await mailsTo(server, ADMIN))[0]?.subject)
    .toBe("Votre mot de passe a été changé");
});
