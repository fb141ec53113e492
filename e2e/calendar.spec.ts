import { expectAccessible } from "./support/accessible.ts";
import { Board } from "./support/board.ts";
import { CalendarScreen, openSalon, quarterIn, type Salon } from "./support/calendar.ts";
import { Desk } from "./support/desk.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

test.use({ actionTimeout: 20_000 });

const say = (key: string): string => words("en", "console", key);

async function book(salon: Salon, name: string, at: number, provider = 0): Promise<number> {
  const path = `/tenants/${salon.shop.tenant}/shops/${String(salon.shop.id)}`;
  const { services } = await salon.owner.get<{ services: readonly { id: number; name: string }[] }>(
    `${path}/services`,
  );
  const { appointment } = await salon.owner.post<{ appointment: { id: number } }>(`${path}/appointments`, {
    service_id: services.find((service) => service.name === "Haircut")?.id,
    provider_id: salon.providers[provider]?.id,
    appointment_time: new Date(at).toISOString(),
    full_name: name,
  });
  return appointment.id;
}

test("the calendar by keyboard alone: book, move, mark late, no-show, restore", async ({
  browser,
  server,
}) => {
  test.setTimeout(240_000);
  const salon = await openSalon(server);
  const mine = await CalendarScreen.open(browser, server, salon);
  const colleague = await CalendarScreen.open(browser, server, salon);
  const { page } = mine;
  const { keyboard } = page;

  await test.step("B opens the form; arrows choose among the free times", async () => {
    await keyboard.press("b");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio").first().focus();
    await keyboard.press("Space");
    await dialog.getByLabel(say("add.name")).focus();
    await keyboard.type("Awa Keyboard");
    await keyboard.press("Enter");
    await expect(dialog.getByRole("link")).toHaveAttribute("href", /\/appointment\/\d+#k=/);
    await keyboard.press("Escape");
    await expect(colleague.booking("Awa Keyboard")).toBeVisible();
  });

  const start = quarterIn(120);
  const id = await book(salon, "Omar Sy", start, 0);
  const block = mine.booking("Omar Sy");
  await expect(block).toBeVisible();

  await test.step("M, arrows and Enter move a booking; everybody sees it", async () => {
    await block.focus();
    await keyboard.press("m");
    await keyboard.press("ArrowRight");
    for (let step = 0; step < 3; step += 1) await keyboard.press("ArrowDown");
    await expect(page.getByRole("status").filter({ hasText: "Omar Sy" })).toBeVisible();
    await keyboard.press("Enter");
    await page.getByRole("alertdialog").waitFor();
    await keyboard.press("Enter");
    await mine.expectAt("Omar Sy", start + 15 * 60_000, 1);
    await colleague.expectAt("Omar Sy", start + 15 * 60_000, 1);
  });

  await test.step("Escape leaves it where it is", async () => {
    await block.focus();
    await keyboard.press("m");
    await keyboard.press("ArrowDown");
    await keyboard.press("Escape");
    await expect(page.locator("[data-moving]")).toHaveCount(0);
    await mine.expectAt("Omar Sy", start + 15 * 60_000, 1);
  });

  await test.step("late, no-show and back again", async () => {
    await block.focus();
    await keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog
      .getByRole("button", { name: new RegExp(say("booking-step.late-of").split(" {{")[0] ?? "") })
      .focus();
    await keyboard.press("Enter");
    await page.getByRole("menuitem").first().waitFor();
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await expect(colleague.booking("Omar Sy")).toHaveAttribute("data-look", "late");
    await dialog.getByRole("button", { name: say("booking-step.no-show"), exact: true }).focus();
    await keyboard.press("Enter");
    await expect(colleague.booking("Omar Sy")).toHaveAttribute("data-look", "no-show");
    await block.focus();
    await keyboard.press("Enter");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: say("booking-step.restore") })
      .focus();
    await keyboard.press("Enter");
    await expect(colleague.booking("Omar Sy")).not.toHaveAttribute("data-look", "no-show");
  });

  await test.step("arrows go from booking to booking", async () => {
    await block.focus();
    await keyboard.press("ArrowLeft");
    await expect(mine.booking("Awa Keyboard")).toBeFocused();
    expect(id).toBeGreaterThan(0);
  });
});

test("the calendar by mouse: drag to another time and person, never over another's", async ({
  browser,
  server,
}) => {
  test.setTimeout(240_000);
  const salon = await openSalon(server);
  const start = quarterIn(45);
  await book(salon, "Omar Sy", start, 0);
  await book(salon, "Luc Diop", start, 2);
  const calendar = await CalendarScreen.open(browser, server, salon);
  const { page } = calendar;

  await test.step("what is dropped is asked about, and then moved", async () => {
    await calendar.drag("Omar Sy", { column: 1, later: 30 });
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: say("booking-move.confirm") })
      .click();
    await calendar.expectAt("Omar Sy", start + 30 * 60_000, 1);
  });

  await test.step("a place that is taken is refused, and nothing has moved", async () => {
    await calendar.drag("Omar Sy", { column: 2, later: -30 });
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: say("booking-move.confirm") })
      .click();
    await expect(page.getByText(words("en", "common", "refusal.slot-taken"))).toBeVisible();
    await calendar.expectAt("Omar Sy", start + 30 * 60_000, 1);
  });

  await test.step("a click in a free place books there", async () => {
    const free = calendar.column(0);
    const at = await calendar.booking("Luc Diop").boundingBox();
    const column = await free.boundingBox();
    if (at === null || column === null) throw new Error("Both are on the screen");
    await page.mouse.click(column.x + column.width / 2, at.y + at.height / 4);
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(say("add.name")).fill("Click Person");
    await dialog.getByRole("button", { name: say("booking.book"), exact: true }).click();
    await page.keyboard.press("Escape");
    await calendar.expectAt("Click Person", start, 0);
  });

  await test.step("axe finds nothing serious in day, week and dialogs", async () => {
    await expectAccessible(page, "calendar, day");
    await page.keyboard.press("b");
    await page.getByRole("dialog").getByRole("radio").first().waitFor();
    await expectAccessible(page, "calendar, booking");
    await page.keyboard.press("Escape");
    await calendar.booking("Luc Diop").click();
    await page.getByRole("dialog").waitFor();
    await expectAccessible(page, "calendar, one booking");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: say("calendar.week"), exact: true }).click();
    await expect(page.locator("[data-column-body]")).toHaveCount(7);
    await expectAccessible(page, "calendar, week");
  });
});

test("booked visitors and walk-ins meet at the desk: gap, check-in, marks on desk and board", async ({
  browser,
  server,
}) => {
  test.setTimeout(240_000);
  const salon = await openSalon(server);
  const calendar = await CalendarScreen.open(browser, server, salon);
  const { page } = calendar;

  await test.step("a walk-in goes into the time that is free just now, and gets a number", async () => {
    const walkIn = page.getByRole("button", { name: new RegExp(`^${say("calendar.walk-in")}`) });
    await walkIn.first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(say("add.name")).fill("Walk-in Person");
    await dialog.getByRole("button", { name: say("booking.book-and-check-in") }).click();
    await expect(page.locator("[data-given-number]")).toHaveText("W001");
    await page.keyboard.press("Escape");
    await expect(calendar.booking("Walk-in Person")).toHaveAttribute("data-look", "checked-in");
  });

  await book(salon, "Awa Fall", quarterIn(30), 1);
  const desk = await Desk.open(browser, server, salon.shop, "1");

  await test.step("whoever is expected today stands beside the queue, and checks in at a press", async () => {
    const expected = desk.page.getByTestId("todays-bookings");
    await expect(expected).toContainText("Awa Fall");
    await expected.locator("[data-expected]").getByRole("button").last().click();
    await expect(desk.page.locator("[data-given-number]")).toHaveText("W002");
    await desk.page.keyboard.press("Escape");
    await expect(expected).not.toContainText("Awa Fall");
    await expect(desk.row("W002")).toContainText("Awa Fall");
    // French, as the desk's browser is.
    await expect(desk.row("W002")).toContainText(/RDV \d\d:\d\d/);
  });

  await test.step("the board marks who came by appointment", async () => {
    const board = await Board.open(browser, server, Board.displayOf(salon.shop));
    await desk.press("n");
    await board.expectLastCall("W001", "1");
    await expect(board.page.getByTestId("last-booked")).toBeVisible();
  });
});

test("what belongs to the calendar: the waiting list, and calendar programs that read along", async ({
  browser,
  server,
}) => {
  test.setTimeout(240_000);
  const salon = await openSalon(server);
  await book(salon, "Awa Fall", quarterIn(60));
  const path = `/tenants/${salon.shop.tenant}/shops/${String(salon.shop.id)}`;
  const { services } = await salon.owner.get<{ services: readonly { id: number }[] }>(`${path}/services`);
  await salon.owner.post(`${path}/waiting-list`, {
    service_id: services[0]?.id,
    full_name: "Binta Waiting",
    phone_number: "+15105550123",
  });
  const { page } = await CalendarScreen.open(browser, server, salon);
  const open = async (key: string): Promise<void> => {
    await page.getByRole("button", { name: say("calendar.more") }).click();
    await page.getByRole("menuitem", { name: say(key) }).click();
  };

  await test.step("who waits stands there, and can be taken off", async () => {
    await open("waiting.title");
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("Binta Waiting");
    await expectAccessible(page, "calendar, waiting list");
    await dialog.getByRole("button", { name: say("waiting.remove") }).click();
    await expect(dialog).toContainText(say("waiting.nobody"));
    await page.keyboard.press("Escape");
  });

  await test.step("an address is made, works, and is ended", async () => {
    await open("feeds.title");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(say("feeds.name"), { exact: true }).fill("My phone");
    await dialog.getByRole("button", { name: say("feeds.make") }).click();
    const address = (await dialog.getByRole("group", { name: say("feeds.address") }).textContent()) ?? "";
    const read = (): Promise<Response> => fetch(address, { signal: AbortSignal.timeout(10_000) });
    expect(await (await read()).text()).toContain("Awa Fall");
    await expectAccessible(page, "calendar, programs");
    await dialog.locator("[data-feed]").getByRole("button").click();
    await expect(dialog.locator("[data-feed]")).toHaveCount(0);
    expect((await read()).status).toBe(404);
  });
});
