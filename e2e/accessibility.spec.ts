import { expectAccessible } from "./support/accessible.ts";
import { Api } from "./support/api.ts";
import { Board } from "./support/board.ts";
import { Desk, signIn } from "./support/desk.ts";
import { TestServer } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import { PHONE, Visitor } from "./support/visitor.ts";

test("axe finds nothing serious on the visitor's pages", async ({ browser, server, clinic }) => {
  test.setTimeout(180_000);
  const page = await (await browser.newContext({ viewport: PHONE })).newPage();
  await page.goto(server.origin);
  await page.getByRole("article").first().waitFor();
  await expectAccessible(page, "home");
  await page.goto(`${server.origin}/join/${clinic.slug}`);
  await page.getByTestId("queue").first().waitFor();
  await expectAccessible(page, "join");

  const visitor = await Visitor.join(browser, server, clinic, "Aminata Fall");
  await visitor.expectPlace(1);
  await expectAccessible(visitor.page, "ticket, waiting");
  const agent = await Api.signIn(server, clinic.logins.find(({ role }) => role === "agent")?.email ?? "");
  const { ticket } = await agent.post<{ ticket: { id: string } }>(
    `/tenants/${clinic.tenant}/queues/${clinic.queues[0]?.id ?? ""}/call-next`,
    { counter: "3" },
  );
  await visitor.expectStatus("called");
  await expectAccessible(visitor.page, "ticket, called");
  for (const step of ["start", "complete"])
    await agent.post(`/tenants/${clinic.tenant}/tickets/${ticket.id}/${step}`);
  await visitor.expectStatus("completed");
  await expectAccessible(visitor.page, "ticket, ended");
});

test("axe finds nothing serious on the board", async ({ browser, server, clinic }) => {
  test.setTimeout(120_000);
  const board = await Board.open(browser, server, Board.displayOf(clinic));
  await expectAccessible(board.page, "board, empty");
  await Visitor.join(browser, server, clinic, "Aminata Fall");
  const agent = await Api.signIn(server, clinic.logins.find(({ role }) => role === "agent")?.email ?? "");
  await agent.post(`/tenants/${clinic.tenant}/queues/${clinic.queues[0]?.id ?? ""}/call-next`, {
    counter: "3",
  });
  await board.expectLastCall("A001", "3");
  await expect(board.page.getByTestId("flash")).toBeHidden({ timeout: 15_000 });
  await expectAccessible(board.page, "board, with a call");
  await server.kill();
  await expect(board.page.getByTestId("stale")).toBeVisible({ timeout: 9_000 });
  await expectAccessible(board.page, "board, stale");
});

test("axe finds nothing serious in the console", async ({ browser, server, clinic }) => {
  test.setTimeout(240_000);
  const door = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
  await door.goto(`${server.origin}/console/sign-in`);
  await door.locator("input[type=email]").waitFor();
  await expectAccessible(door, "sign-in");

  await Visitor.join(browser, server, clinic, "Aminata Fall");
  await Visitor.join(browser, server, clinic, "Moussa Ndiaye");
  const desk = await Desk.open(browser, server, clinic, "3");
  await desk.expectLine(["A001", "A002"]);
  await expectAccessible(desk.page, "desk");
  await desk.press("?");
  await desk.page.getByRole("dialog").waitFor();
  await expectAccessible(desk.page, "desk, cheat sheet");

  await signIn(door, server, clinic.logins.find(({ role }) => role !== "agent")?.email ?? "");
  await door.goto(`${server.origin}/console?choose=true`);
  await door.getByRole("link").first().waitFor();
  await expectAccessible(door, "start");
  for (const path of [
    "",
    "/staff",
    `/shops/${String(clinic.id)}`,
    ...["hours", "queues", "services", "booking", "providers", "counters", "displays", "records"].map(
      (tab) => `/shops/${String(clinic.id)}?tab=${tab}`,
    ),
  ]) {
    await door.goto(`${server.origin}/console/${clinic.tenant}/admin${path}`);
    await door.getByRole("heading", { level: 2 }).first().waitFor();
    await expectAccessible(door, `administration ${path}`);
  }
});

test("axe finds nothing serious on an empty server's first page", async ({ browser }) => {
  await using server = await TestServer.start({ CALLNEXT_DEMO: "0" });
  const page = await (await browser.newContext()).newPage();
  await page.goto(server.origin + (/\/setup#\S+/.exec(server.output)?.[0] ?? "/setup"));
  await page.locator("input[type=email]").waitFor();
  await expectAccessible(page, "setup");
});
