import { readFile } from "node:fs/promises";
import { expectAccessible } from "./support/accessible.ts";
import { Api } from "./support/api.ts";
import { Desk, signIn } from "./support/desk.ts";
import { expect, test } from "./support/test.ts";
import { PHONE, Visitor } from "./support/visitor.ts";
import { words } from "./support/words.ts";

const admin = (key: string): string => words("fr", "admin", key);
const LAPTOP = { viewport: { width: 1366, height: 768 }, locale: "fr-SN" };

test("security: an administrator reads who did what, verifies the chain and takes the file", async ({
  browser,
  server,
  clinic,
}) => {
  test.setTimeout(120_000);
  await Visitor.join(browser, server, clinic, "Aminata Fall");
  const desk = await Desk.open(browser, server, clinic, "3");
  await desk.expectLine(["A001"]);
  await desk.press("n");
  await desk.expectCurrent("A001");

  const page = await (await browser.newContext(LAPTOP)).newPage();
  await signIn(page, server, clinic.logins.find(({ role }) => role === "admin")?.email ?? "");
  await page.goto(`${server.origin}/console/${clinic.tenant}/admin/audit`);
  const log = page.getByRole("region", { name: admin("audit.table") });
  await expect(log.getByRole("row", { name: new RegExp(admin("audit-action.ticket-called")) })).toContainText(
    "A001",
  );
  await expect(log.getByText(admin("audit-action.desk-viewed")).first()).toBeVisible();
  await expect(log.getByText(admin("audit-action.signed-in")).first()).toBeVisible();
  await expect(log).not.toContainText("Aminata");
  await expectAccessible(page, "audit log");

  await page.getByRole("button", { name: admin("audit.verify") }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: /Intacte/ })).toBeVisible();

  await page.getByLabel(admin("audit.action"), { exact: true }).selectOption("ticket-called");
  await expect(log.getByText(admin("audit-action.signed-in"))).toHaveCount(0);
  await expect(log.getByRole("row")).toHaveCount(2);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: admin("audit.download") }).click(),
  ]);
  const file = await readFile(await download.path(), "utf8");
  expect(file.split("\r\n")[1]).toMatch(/"ticket-called".*"A001"/);
});

test("security: what is held on one person is found, handed over and erased", async ({
  browser,
  server,
  clinic,
}) => {
  test.setTimeout(120_000);
  const visitor = await Visitor.join(browser, server, clinic, "Aminata Fall");
  const agent = await Api.signIn(server, clinic.logins.find(({ role }) => role === "agent")?.email ?? "");
  const page = await (await browser.newContext(LAPTOP)).newPage();
  await signIn(page, server, clinic.logins.find(({ role }) => role === "admin")?.email ?? "");
  await page.goto(`${server.origin}/console/${clinic.tenant}/admin/privacy`);
  await page.getByRole("button", { name: admin("privacy.run-now") }).click();
  await expect(page.getByText(admin("privacy.run-verified"))).toBeVisible();
  await page.getByLabel(admin("privacy.by"), { exact: true }).selectOption("ticket_number");
  await page.getByLabel(admin("privacy.value")).fill("A001");
  await page.keyboard.press("Enter");
  const found = page.getByRole("region", { name: admin("privacy.found") });
  await expect(found).toContainText("Aminata Fall");
  await expectAccessible(page, "privacy");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: admin("privacy.export") }).click(),
  ]);
  expect(JSON.parse(await readFile(await download.path(), "utf8"))).toMatchObject({
    tickets: [{ number: "A001", person: { full_name: "Aminata Fall" } }],
  });
  await page.getByRole("button", { name: admin("privacy.erase"), exact: true }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: admin("privacy.erase-confirm"), exact: true })
    .click();
  await expect(found).not.toContainText("Aminata");
  await expect(found).toContainText(admin("privacy.erased"));

  // The visit goes on; afterwards the visitor may say the same from the own page.
  await visitor.expectPlace(1);
  const path = `/tenants/${clinic.tenant}/queues/${clinic.queues[0]?.id ?? ""}/call-next`;
  const { ticket } = await agent.post<{ ticket: { id: string } }>(path, { counter: "3" });
  for (const step of ["start", "complete"])
    await agent.post(`/tenants/${clinic.tenant}/tickets/${ticket.id}/${step}`);
  await visitor.expectStatus("completed");
  await visitor.page.getByTestId("forget").click();
  await expectAccessible(visitor.page, "ticket, erase?");
  expect(visitor.page.viewportSize()).toEqual(PHONE);
  await visitor.page.getByTestId("forget-yes").click();
  await expect(visitor.page.getByTestId("forgotten")).toBeVisible();
});
