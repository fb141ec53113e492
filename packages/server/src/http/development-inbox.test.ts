import { expect, test } from "vitest";
import { apiOf } from "../testing/api.ts";
import { startTestApp } from "../testing/start-test-app.ts";

const EMAIL = "awa.diop@clinique-madeleine.example";

test("a development server shows its mails to this machine, and to nobody behind a proxy", async () => {
  await using server = await startTestApp();
  const anyone = apiOf(server);
  await anyone("POST", "/auth/password-reset/request", { email: EMAIL, locale: "en" });
  const inbox = () => anyone("GET", "//dev/inbox.json");
  await expect.poll(async () => (await inbox()).body.mails.length, { timeout: 10_000 }).toBe(1);
  expect((await inbox()).body.mails[0]).toMatchObject({ to: EMAIL, subject: "Choose a new password" });
  const page = await anyone("GET", "//dev/inbox");
  expect(page.body).toMatch(/<a href="http[^"]+\/console\/reset#[\w-]{43}">/);
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  const headers = { "x-forwarded-for": "203.0.113.9" };
  for (const path of ["//dev/inbox", "//dev/inbox.json"])
    expect((await anyone("GET", path, undefined, { headers })).status).toBe(404);
});

test("security: in production there is no inbox page, and without a mail server no reset by mail", async () => {
  await using server = await startTestApp({ config: { production: true } });
  const anyone = apiOf(server);
  for (const path of ["//dev/inbox", "//dev/inbox.json"])
    expect((await anyone("GET", path)).status).toBe(404);
  for (const email of [EMAIL, "nobody@nowhere.example"])
    expect((await anyone("POST", "/auth/password-reset/request", { email })).body.code).toBe(
      "mail-not-set-up",
    );
});
