import { openSalon } from "./support/calendar.ts";
import { signIn } from "./support/desk.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

test.use({ actionTimeout: 20_000 });

const say = (key: string): string => words("en", "admin", key);

interface Shop {
  readonly special_days: readonly { readonly date: string; readonly periods: readonly unknown[] }[];
  readonly booking: { readonly step_minutes: number; readonly open: boolean };
}

test("an administrator says how the shop takes appointments, and the server keeps it", async ({
  browser,
  server,
}) => {
  test.setTimeout(240_000);
  const { shop, owner, email } = await openSalon(server);
  const page = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await signIn(page, server, email);
  const tenant = `/tenants/${shop.tenant}`;
  const open = (tab: string) =>
    page.goto(`${server.origin}/console/${shop.tenant}/admin/shops/${String(shop.id)}?tab=${tab}`);
  const saved = () => expect(page.getByText(say("saved")).last()).toBeVisible();
  const section = (title: string) =>
    page.locator("section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

  await test.step("rules and special days", async () => {
    await open("booking");
    const rules = section(say("tab.booking"));
    await rules.getByLabel(say("booking-rules.step_minutes")).fill("20");
    await rules.getByRole("button", { name: say("save") }).click();
    await saved();
    const days = section(say("special-days.title"));
    await days.getByRole("button", { name: say("special-days.add") }).click();
    await days.getByLabel(say("special-days.date")).fill("2030-12-25");
    await days.getByLabel(say("special-days.label")).fill("Christmas");
    await days.getByRole("button", { name: say("save") }).click();
    await expect
      .poll(async () => (await owner.get<{ shops: readonly Shop[] }>(`${tenant}/shops`)).shops[0])
      .toMatchObject({
        booking: { step_minutes: 20, open: true },
        special_days: [{ date: "2030-12-25", label: "Christmas", periods: [] }],
      });
  });

  await test.step("a room with two lanes and a plan of its own", async () => {
    await open("providers");
    await page.getByRole("button", { name: say("providers.add"), exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(say("providers.name")).fill("Room 2");
    await dialog.getByLabel(say("providers.lanes"), { exact: true }).fill("2");
    await dialog.getByLabel("Beard trim").check();
    await dialog.getByRole("button", { name: say("patterns.add") }).click();
    await dialog.getByLabel(say("patterns.every")).fill("2");
    await dialog.getByRole("button", { name: say("absences.add") }).click();
    await dialog.getByRole("button", { name: say("save") }).click();
    await expect(page.getByText("Room 2").first()).toBeVisible();
    const { providers } = await owner.get<{ providers: readonly { readonly name: string }[] }>(
      `${tenant}/shops/${String(shop.id)}/providers`,
    );
    expect(providers.find(({ name }) => name === "Room 2")).toMatchObject({
      staff_id: null,
      lanes: 2,
      service_ids: [expect.any(Number)],
      patterns: [{ every_weeks: 2, until: null }],
      absences: [{ reason: null }],
    });
  });

  await test.step("time kept free around a service", async () => {
    await open("services");
    await page
      .getByRole("button", { name: words("en", "admin", "edit-of").replace("{{name}}", "Haircut") })
      .first()
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(say("services.buffer-after")).fill("10");
    await dialog.getByRole("button", { name: say("save") }).click();
    await expect(dialog).toBeHidden();
    const { services } = await owner.get<{ services: readonly { readonly name: string }[] }>(
      `${tenant}/shops/${String(shop.id)}/services`,
    );
    expect(services.find(({ name }) => name === "Haircut")).toMatchObject({ buffer_after_minutes: 10 });
  });

  await test.step("how appointments stand among walk-ins", async () => {
    await open("queues");
    await page
      .getByRole("button", { name: words("en", "admin", "edit-of").replace("{{name}}", "Walk-ins") })
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(say("queues.ahead")).selectOption("0");
    await dialog.getByRole("button", { name: say("save") }).click();
    await expect(dialog).toBeHidden();
    const { queues } = await owner.get<{ queues: readonly unknown[] }>(
      `${tenant}/shops/${String(shop.id)}/queues`,
    );
    expect(queues[0]).toMatchObject({ walk_ins_ahead: 0 });
  });
});
