import { describe, expect, test } from "vitest";
import { apiOf } from "../testing/api.ts";
import { startTestApp } from "../testing/start-test-app.ts";

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
      await admin("POST", `${tenant}/shops/${shop.id}/displays`, { name: "Hall", queue_ids: [queue.id] })
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

test("a server with the demo needs no setup and prints no code", async () => {
  await using server = await startTestApp();
  expect(server.app.setupPath).toBeNull();
  const answer = await apiOf(server)("POST", "/setup", { ...first, code: "anything" });
  expect(answer.body.code).toBe("setup-done");
});
