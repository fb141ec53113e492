import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiOf, demoOf, signIn } from "../testing/api.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";

describe("the demo", () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await startTestApp();
  });
  afterAll(() => server[Symbol.asyncDispose]());

  test("lists two organisations with shops 1 and 2 as documented", async () => {
    const { tenants } = await demoOf(server);
    expect(tenants.map(({ slug, shops }) => [slug, shops.map(({ id }) => id)])).toEqual([
      ["clinique-madeleine", [1]],
      ["salon-teranga", [2]],
    ]);
    const [clinic, salon] = tenants.flatMap(({ shops }) => shops);
    expect(clinic?.queues.map(({ name, prefix }) => `${name} ${prefix}`)).toEqual([
      "Consultations A",
      "Pharmacie B",
      "Laboratoire C",
    ]);
    expect(clinic?.displays.map(({ name }) => name)).toEqual(["Écran Principal"]);
    expect(salon?.queues).toHaveLength(1);
    expect(salon?.services).toHaveLength(4);
    expect(salon?.logins.filter(({ role }) => role === "agent")).toHaveLength(3);
  });

  test("every listed login works", async () => {
    const logins = (await demoOf(server)).tenants.flatMap(({ shops }) =>
      shops.flatMap((shop) => shop.logins),
    );
    expect(logins).toHaveLength(8);
    for (const { email, role, name } of logins) {
      const api = await signIn(server, email);
      expect((await api("GET", "/auth/me")).body.user).toMatchObject({ email, role, full_name: name });
    }
  });

  test("both shops are open at any hour", async () => {
    for (const slug of ["clinique-madeleine-plateau", "salon-teranga"]) {
      const { body } = await apiOf(server)("GET", `/public/shops/${slug}`);
      expect(body.shop.open_now).toBe(true);
    }
  });
});

describe("the demo's password and database", () => {
  test("a later start with another CALLNEXT_DEMO_PASSWORD gives it to the accounts and fills nothing twice", async () => {
    await using first = await startTestApp();
    const { createApp } = await import("../app.ts");
    const { pino } = await import("pino");
    const config = { ...first.config, demoPassword: "another one" };
    await using second = await createApp(config, {
      log: pino({ level: "silent" }),
      webDirectory: "/nonexistent",
    });
    expect(second.demoPassword).toBe("another one");
    const there = { ...first, app: second };
    await signIn(there, "owner@salon-teranga.example", "another one");
    expect((await demoOf(there)).tenants).toEqual((await demoOf(first)).tenants);
  });

  test("without a password in the environment each start prints the same one", async () => {
    await using first = await startTestApp({ config: { demoPassword: null } });
    const { createApp } = await import("../app.ts");
    const { pino } = await import("pino");
    await using second = await createApp(first.config, {
      log: pino({ level: "silent" }),
      webDirectory: "/nonexistent",
    });
    expect(first.app.demoPassword).toMatch(/^[\w-]{12}$/);
    expect(second.demoPassword).toBe(first.app.demoPassword);
  });

  test("outside the demo the listing does not exist", async () => {
    await using empty = await startTestApp({ demo: false });
    const { status, body } = await apiOf(empty)("GET", "/demo");
    expect([status, body.code]).toEqual([404, "not-found"]);
  });
});
