import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ADMIN, AGENT, type Api, apiOf, clinicOf, MANAGER, OWNER, signIn } from "../testing/api.ts";
import { mailedToken, mailsTo } from "../testing/mails.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";

const CLINIC = "/tenants/clinique-madeleine";
const SALON = "/tenants/salon-teranga";
let server: TestApp;
let anyone: Api;
let admin: Api;
let clock = Date.now();
beforeAll(async () => {
  server = await startTestApp({ now: () => clock });
  anyone = apiOf(server);
  admin = await signIn(server, ADMIN);
});
afterAll(() => server[Symbol.asyncDispose]());

const invitation = (email: string, more: object = {}) => ({
  email,
  full_name: "Khady Diagne",
  role: "agent",
  ...more,
});
const accept = (token: string, password = "khady's password", api: Api = anyone) =>
  api("POST", "/auth/invitation/accept", { token, password });
const pending = async (): Promise<readonly { id: string; email: string }[]> =>
  (await admin("GET", `${CLINIC}/invitations`)).body.invitations;

describe("an invitation", () => {
  test("is mailed, says what it is for, and makes an account with its scope, once", async () => {
    const email = "khady@clinique-madeleine.example";
    const { shopId } = await clinicOf(server);
    const made = await admin("POST", `${CLINIC}/invitations`, invitation(email, { shop_ids: [shopId] }));
    expect([made.status, made.body.link]).toEqual([201, null]);
    expect((await pending()).map((one) => one.email)).toContain(email);
    const token = await mailedToken(server, email);
    expect((await anyone("POST", "/auth/invitation", { token })).body).toEqual({
      organisation: "Clinique de la Madeleine",
      email,
      full_name: "Khady Diagne",
      role: "agent",
      has_account: false,
    });
    const taken = await accept(token);
    expect(taken.status).toBe(201);
    expect(taken.body.user).toMatchObject({ email, role: "agent", tenant: { slug: "clinique-madeleine" } });
    expect((await accept(token)).body.code).toBe("link-over");
    expect((await pending()).map((one) => one.email)).not.toContain(email);
    const khady = await signIn(server, email, "khady's password");
    expect((await khady("GET", `${CLINIC}/shops`)).status).toBe(200);
    const { staff } = (await admin("GET", `${CLINIC}/staff`)).body;
    expect(staff.find((one: { email: string }) => one.email === email)).toMatchObject({ shop_ids: [shopId] });
    expect((await admin("POST", `${CLINIC}/invitations`, invitation(email))).body.code).toBe("email-taken");
  });

  test("sent again, its first link ends; withdrawn, the second too; after seven days any", async () => {
    const email = "modou@clinique-madeleine.example";
    const { id } = (await admin("POST", `${CLINIC}/invitations`, invitation(email))).body.invitation;
    const first = await mailedToken(server, email);
    expect((await admin("POST", `${CLINIC}/invitations/${id}/resend`)).status).toBe(200);
    const second = await mailedToken(server, email, 2);
    expect((await accept(first)).body.code).toBe("link-over");
    expect((await admin("DELETE", `${CLINIC}/invitations/${id}`)).status).toBe(204);
    expect((await accept(second)).body.code).toBe("link-over");
    expect((await admin("DELETE", `${CLINIC}/invitations/${id}`)).body.code).toBe("invitation-not-found");
    await admin("POST", `${CLINIC}/invitations`, invitation(email));
    const third = await mailedToken(server, email, 3);
    clock += 7 * 24 * 3_600_000;
    expect((await accept(third)).body.code).toBe("link-over");
    admin = await signIn(server, ADMIN);
    expect(await pending()).toEqual([]);
  });

  test("security: of five who use one link at once, one gets in", async () => {
    const email = "once@clinique-madeleine.example";
    await admin("POST", `${CLINIC}/invitations`, invitation(email));
    const token = await mailedToken(server, email);
    const all = await Promise.all(
      Array.from({ length: 5 }, (_, n) => accept(token, `password ${n} of five`)),
    );
    expect(all.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(all.every(({ status }) => status === 201 || status === 409 || status === 410)).toBe(true);
  });

  test("whoever has an account elsewhere accepts signed in with it, and keeps their password", async () => {
    const owner = await signIn(server, OWNER);
    await admin("POST", `${CLINIC}/invitations`, invitation(OWNER, { role: "manager" }));
    const token = await mailedToken(server, OWNER);
    expect((await anyone("POST", "/auth/invitation", { token })).body.has_account).toBe(true);
    expect((await accept(token)).body.code).toBe("sign-in-to-accept");
    const stranger = await signIn(server, AGENT);
    expect((await accept(token, "a new password", stranger)).body.code).toBe("sign-in-to-accept");
    const taken = await accept(token, "a new password", owner);
    expect(taken.body.user.tenants.map(({ slug }: { slug: string }) => slug).toSorted()).toEqual([
      "clinique-madeleine",
      "salon-teranga",
    ]);
    await signIn(server, OWNER);
    expect((await anyone("POST", "/auth/login", { email: OWNER, password: "a new password" })).status).toBe(
      401,
    );
  });

  test("security: what another organisation trusts, this one cannot set a password for", async () => {
    const { staff } = (await admin("GET", `${CLINIC}/staff`)).body;
    const { id } = staff.find((one: { email: string }) => one.email === OWNER);
    const refused = await admin("PATCH", `${CLINIC}/staff/${id}`, { password: "taken over now" });
    expect(refused.body.code).toBe("forbidden");
    await signIn(server, OWNER);
  });

  test("security: is for administrators, and for the own organisation's only", async () => {
    const body = invitation("x@clinique-madeleine.example");
    for (const email of [AGENT, MANAGER]) {
      const api = await signIn(server, email);
      expect((await api("POST", `${CLINIC}/invitations`, body)).body.code).toBe("forbidden");
      expect((await api("GET", `${CLINIC}/invitations`)).body.code).toBe("forbidden");
    }
    const { id } = (await admin("POST", `${CLINIC}/invitations`, body)).body.invitation;
    const owner = await signIn(server, OWNER);
    expect((await owner("DELETE", `${SALON}/invitations/${id}`)).body.code).toBe("invitation-not-found");
    expect((await owner("POST", `${SALON}/invitations/${id}/resend`)).body.code).toBe("invitation-not-found");
    expect((await owner("GET", `${SALON}/invitations`)).body.invitations).toEqual([]);
    const foreign = { ...body, email: "y@x.example", shop_ids: [(await clinicOf(server)).shopId] };
    expect((await owner("POST", `${SALON}/invitations`, foreign)).body).toMatchObject({
      code: "invalid-input",
      field: "shop_ids",
    });
  });

  test("P2 once: the same key sends one mail", async () => {
    const email = "key@clinique-madeleine.example";
    const send = () => admin("POST", `${CLINIC}/invitations`, invitation(email), { key: "one-invitation" });
    const [first, second] = [await send(), await send()];
    expect(second.body.invitation).toEqual(first.body.invitation);
    expect(await mailsTo(server, email)).toHaveLength(1);
  });
});

test("without mail the answer has the link, once, and no token is in the database", async () => {
  await using silent = await startTestApp({ config: { production: true } });
  const boss = await signIn(silent, ADMIN);
  const made = await boss("POST", `${CLINIC}/invitations`, invitation("k@x.example"), { key: "k" });
  expect(made.body.link).toMatch(/^\/console\/invitation#[\w-]{43}$/);
  const again = await boss("POST", `${CLINIC}/invitations`, invitation("k@x.example"), { key: "k" });
  expect(again.body.link).toBeNull();
  const token = String(made.body.link).split("#")[1] ?? "";
  expect(
    (await apiOf(silent)("POST", "/auth/invitation/accept", { token, password: "long enough" })).status,
  ).toBe(201);
});
