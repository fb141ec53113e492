import { expectAccessible } from "./support/accessible.ts";
import { Api, type DemoShop } from "./support/api.ts";
import { Desk, signIn } from "./support/desk.ts";
import { expect, test } from "./support/test.ts";
import { Visitor } from "./support/visitor.ts";

const loginOf = (clinic: DemoShop, role: string): string =>
  clinic.logins.find((login) => login.role === role)?.email ?? "";

test("[L3] a phone explains why somebody stands ahead now, and a manager plays the day again", async ({
  browser,
  server,
  clinic,
}) => {
  test.setTimeout(120_000);
  const manager = await Api.signIn(server, loginOf(clinic, "manager"));
  const agent = await Api.signIn(server, loginOf(clinic, "agent"));
  const queue = `/tenants/${clinic.tenant}/queues/${clinic.queues[0]?.id ?? ""}`;
  await manager.patch(queue, { policy: { kind: "priority", headStartMinutes: [30, 60] } });
  const first = await Visitor.join(browser, server, clinic, "Aminata Fall");
  const second = await Visitor.join(browser, server, clinic, "Moussa Ndiaye");

  await test.step("an overtaking is explained, and so is each call", async () => {
    await agent.post(`${queue}/tickets`, { priority: "priority" });
    await second.expectPlace(3);
    await second.page.getByTestId("why").click();
    const ledger = second.page.getByTestId("ledger");
    await expect(ledger.locator("li").first()).toHaveAttribute("data-cause", "precedence");
    await expect(ledger.locator("li").last()).toHaveAttribute("data-cause", "joined");
    await agent.post(`${queue}/call-next`, { counter: "3" });
    await second.expectPlace(2);
    await expect(ledger.locator("li").first()).toHaveAttribute("data-cause", "call");
    await expect(ledger).not.toContainText(first.number);
    await expectAccessible(second.page, "ticket with its ledger");
  });

  await test.step("so it is at the desk, by keyboard", async () => {
    const desk = await Desk.open(browser, server, clinic, "5");
    await desk.row(second.number).getByRole("button").last().focus();
    await desk.press("Enter");
    await desk.page.getByRole("menuitem").filter({ hasText: "Pourquoi" }).focus();
    await desk.press("Enter");
    const lines = desk.page.getByRole("dialog").getByTestId("ledger").locator("li");
    await expect(lines.first()).toHaveAttribute("data-cause", "call");
    await expect(lines.last()).toHaveAttribute("data-cause", "joined");
    await expectAccessible(desk.page, "desk with a ledger");
    await desk.press("Escape");
    await expect(desk.page.getByRole("dialog")).toBeHidden();
  });

  await test.step("the day is compared with what another rule would have made of it", async () => {
    const page = await (await browser.newContext({ viewport: { width: 1366, height: 900 } })).newPage();
    await signIn(page, server, loginOf(clinic, "manager"));
    await page.goto(`${server.origin}/console/${clinic.tenant}/admin/shops/${String(clinic.id)}?tab=records`);
    await expect(page.getByTestId("what-if")).toBeVisible();
    const { ticket } = await agent.post<{ ticket: { id: string } }>(`${queue}/call-next`, { counter: "4" });
    for (const step of ["start", "complete"])
      await agent.post(`/tenants/${clinic.tenant}/tickets/${ticket.id}/${step}`);
    await page.getByTestId("what-if").locator("button[type=submit]").click();
    const answer = page.getByTestId("what-if-answer");
    await expect(answer.locator("[data-row=called] td").first()).toHaveText("2");
    await expectAccessible(page, "past days");
  });
});
