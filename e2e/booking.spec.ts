import { readFile } from "node:fs/promises";
import { expectAccessible } from "./support/accessible.ts";
import { Api, demoSalon } from "./support/api.ts";
import { calendarEvent } from "./support/calendar-event.ts";
import { Booker } from "./support/booker.ts";
import { Desk } from "./support/desk.ts";
import { eventually } from "./support/eventually.ts";
import { mailsTo } from "./support/inbox.ts";
import { expect, test } from "./support/test.ts";
import { Visitor } from "./support/visitor.ts";

const MINUTE_MS = 60_000;
const EMAIL = "jane@visitors.example";

test("a booking and a ticket are one visit: booked on the phone, reminded, checked in, called between walk-ins, finished", async ({
  browser,
  server,
}) => {
  test.setTimeout(300_000);
  const shop = await demoSalon(server);
  const owner = await Api.signIn(server, shop.logins.find(({ role }) => role === "admin")?.email ?? "");
  const tenant = `/tenants/${shop.tenant}`;

  const booker = await Booker.atTimes(browser, server, shop);
  const start = await test.step("a time is kept while the form is open", async () => {
    const picked = await booker.pick(new Date(Date.now() + 60 * MINUTE_MS));
    await expect(booker.page.getByTestId("kept")).toBeVisible();
    await booker.page.reload();
    await expect(booker.page.getByTestId("details")).toBeVisible();
    return Date.parse(picked);
  });
  // The shop reminds at the next full minute, whatever the time is now.
  const lead = Math.floor((start - Date.now()) / MINUTE_MS);
  await owner.patch(`${tenant}/messages/settings`, { reminder_minutes: [lead - 1] });

  await test.step("it is booked with a name and an address, and confirmed by mail", async () => {
    await booker.fillIn({ name: "Jane Smith", email: EMAIL });
    await expect(booker.page.getByTestId("done")).toBeVisible();
    expect(booker.page.url()).not.toContain("#");
    const mail = await eventually({ withinMs: 15_000, what: "the confirmation" }, async () =>
      (await mailsTo(server, EMAIL)).at(-1),
    );
    expect(mail.text).toContain(`/appointment/${booker.id}#k=`);
  });

  await test.step("the calendar file opens in a program of another author", async () => {
    const download = booker.page.waitForEvent("download");
    await booker.page.getByTestId("calendar").click();
    const file = await readFile(await (await download).path(), "utf8");
    const event = calendarEvent(file);
    expect(event.start).toBe(start);
    expect(event.summary).toContain(shop.name);
  });

  const reminder = await test.step("the reminder comes, with the private link", async () =>
    await eventually({ withinMs: 130_000, what: "the reminder" }, async () =>
      (await mailsTo(server, EMAIL)).find(({ subject }) => subject.startsWith("Reminder")),
    ));

  const link = /https?:\/\/\S+\/appointment\/\S+#k=\S+/.exec(reminder.text)?.[0] ?? "";
  const other = await Booker.open(browser, link);
  await test.step("on another phone the link opens it, and says that somebody is on the way", async () => {
    await other.expectStatus("scheduled");
    await other.page.getByTestId("on-my-way").click();
    await expect(other.page.getByTestId("way-said")).toBeVisible();
    const late = other.page.getByTestId("late").nth(1);
    await late.click();
    await expect(late).toHaveAttribute("aria-pressed", "true");
    await late.click();
    await expect(late).toHaveAttribute("aria-pressed", "false");
  });

  const walkIns = [
    await Visitor.join(browser, server, shop, "Aminata Fall"),
    await Visitor.join(browser, server, shop, "Moussa Ndiaye"),
    await Visitor.join(browser, server, shop, "Fatou Sow"),
  ];
  const due = Math.ceil((Date.now() + 25_000) / 1_000) * 1_000;
  await test.step("the desk offers a gap that has come up: the phone shows the new time by itself", async () => {
    const appointment_time = new Date(due).toISOString();
    await owner.post(`${tenant}/appointments/${booker.id}/move`, { appointment_time });
    await expect(other.page.getByTestId("when")).toHaveAttribute("data-start", appointment_time);
    await expect(other.page.getByTestId("done")).toHaveAttribute("data-done", "newTime");
  });

  const number =
    await test.step("checked in before the time it stands behind all who came before", async () => {
      await other.page.getByTestId("check-in").click();
      const ticket = other.page.getByTestId("ticket");
      await expect(ticket).toHaveAttribute("data-status", "waiting");
      await expect(other.page.getByTestId("place")).toHaveAttribute("data-place", "4");
      await booker.expectStatus("checked_in");
      return (await ticket.getAttribute("data-number")) ?? "";
    });

  await test.step("when its time has come, one walk-in at most is called before it", async () => {
    await expect(other.page.getByTestId("place")).toHaveAttribute("data-place", "2", { timeout: 45_000 });
    expect(Date.now()).toBeGreaterThanOrEqual(due - 1_000);
    await walkIns[0]?.expectPlace(1);
    await walkIns[1]?.expectPlace(3);
  });

  await test.step("called between them, served and finished", async () => {
    const desk = await Desk.open(browser, server, shop, "1");
    await desk.press("n");
    await walkIns[0]?.expectStatus("called");
    const next = await Desk.open(browser, server, shop, "2");
    await next.press("n");
    await next.expectCurrent(number);
    await expect(other.page.getByTestId("called")).toBeVisible();
    await walkIns[1]?.expectStatus("waiting");
    await next.press("s");
    await expect(other.page.getByTestId("phase")).toHaveAttribute("data-phase", "serving");
    await next.press("c");
    await expect(other.page.getByTestId("phase")).toHaveAttribute("data-phase", "completed");
    await booker.expectStatus("completed");
  });
});

test("the pages of booking: all by keyboard, and axe finds nothing serious", async ({ browser, server }) => {
  test.setTimeout(180_000);
  const shop = await demoSalon(server);
  const { page } = await Booker.open(browser, `${server.origin}/book/${shop.slug}`);
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };

  await test.step("a service, a person, a time", async () => {
    await page.getByTestId("service").first().focus();
    await expectAccessible(page, "service");
    await press("Enter");
    await page.getByTestId("person").first().waitFor();
    await expect(page.getByRole("heading", { level: 2 })).toBeFocused();
    await expectAccessible(page, "person");
    await press("Tab", "Tab", "Enter");
    await page.getByTestId("times").waitFor();
    await expectAccessible(page, "times");
    await page.getByTestId("day").nth(1).focus();
    await press("Enter");
    await page.getByTestId("time").nth(40).focus();
    await press("Enter");
  });

  await test.step("the first thing to be put right gets the focus", async () => {
    await expect(page.getByRole("heading", { level: 2 })).toBeFocused();
    await press("Tab");
    await page.keyboard.type("Jane Smith");
    await press("Enter");
    await expect(page.locator("input[name=phone]")).toBeFocused();
    await expectAccessible(page, "details, with something missing");
    await page.keyboard.type("510 555 0199");
    await press("Enter");
    await page.getByTestId("appointment").waitFor();
    await expectAccessible(page, "appointment");
  });

  await test.step("another time, and none", async () => {
    const before = await page.getByTestId("when").getAttribute("data-start");
    await page.getByTestId("move").focus();
    await press("Enter");
    await page.getByTestId("times").waitFor();
    await expectAccessible(page, "moving");
    await page.getByTestId("time").nth(2).focus();
    await press("Enter");
    await expect(page.getByTestId("move-yes")).toBeFocused();
    await press("Enter");
    await expect(page.getByTestId("move-panel")).toBeHidden();
    await expect(page.getByTestId("when")).not.toHaveAttribute("data-start", before ?? "");
    await page.getByTestId("cancel").focus();
    await press("Enter");
    await expectAccessible(page, "asked whether to cancel");
    await press("Tab", "Enter");
    await expect(page.getByTestId("phase")).toHaveAttribute("data-phase", "cancelled");
    await page.getByTestId("forget").focus();
    await press("Enter");
    await expect(page.getByRole("main").getByRole("group").getByRole("button").first()).toBeFocused();
    await press("Tab", "Enter");
    await expect(page.getByTestId("forgotten")).toBeVisible();
    await expectAccessible(page, "cancelled and forgotten");
  });
});

test("two phones, one time: one keeps it, the other is told and chooses again; back on the phone gives it up", async ({
  browser,
  server,
}) => {
  test.setTimeout(120_000);
  const shop = await demoSalon(server);
  const [first, second] = [
    await Booker.open(browser, `${server.origin}/book/${shop.slug}`),
    await Booker.open(browser, `${server.origin}/book/${shop.slug}`),
  ];
  for (const { page } of [first, second]) {
    await page.getByTestId("service").first().click();
    await page.getByTestId("person").nth(1).click();
    await page.getByTestId("times").waitFor();
  }
  const from = new Date(Date.now() + 60 * MINUTE_MS);
  const start = await first.pick(from);
  const same = second.page.locator(`[data-start="${start}"]`);
  await same.click();
  await expect(second.page.getByTestId("book-problem")).toBeVisible();
  await expect(same).toHaveCount(0);

  await first.page.goBack();
  await expect(first.page.getByTestId("times")).toBeVisible();
  await expect(same).toBeVisible({ timeout: 45_000 });
});

test("without a network the appointment is still there, and says since when it is not live", async ({
  browser,
  server,
}) => {
  test.setTimeout(120_000);
  const shop = await demoSalon(server);
  const booker = await Booker.atTimes(browser, server, shop);
  await booker.pick(new Date(Date.now() + 60 * MINUTE_MS));
  await booker.fillIn({ name: "Jane Smith", email: EMAIL });
  const { page } = booker;
  const start = await page.getByTestId("when").getAttribute("data-start");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  // Once more through the worker, which then has all of the page.
  await page.reload();
  await booker.expectStatus("scheduled");
  await page.context().setOffline(true);
  await expect(page.getByTestId("stale")).toBeVisible({ timeout: 15_000 });
  await page.reload();
  await expect(page.getByTestId("when")).toHaveAttribute("data-start", start ?? "");
  await expect(page.getByTestId("stale")).toBeVisible();
  await expectAccessible(page, "appointment, offline");
  await page.getByTestId("cancel").click();
  await page.getByTestId("cancel-yes").click();
  await expect(page.getByTestId("refused")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByTestId("stale")).toBeHidden({ timeout: 15_000 });
  await booker.expectStatus("scheduled");
});

test("nothing suits: who waits is told of a time that comes free, and takes it", async ({
  browser,
  server,
}) => {
  test.setTimeout(120_000);
  const shop = await demoSalon(server);
  const { page } = await Booker.atTimes(browser, server, shop);
  await page.getByTestId("wait").click();
  await page.getByTestId("wait-form").waitFor();
  await expectAccessible(page, "waiting list, form");
  await page.locator("input[name=full_name]").fill("Jane Smith");
  await page.locator("input[name=email]").fill(EMAIL);
  await page.getByTestId("book").click();
  await expect(page.getByTestId("waiting")).toBeVisible();
  const mail = await eventually({ withinMs: 30_000, what: "the offer" }, async () =>
    (await mailsTo(server, EMAIL)).at(0),
  );
  const link = /https?:\/\/\S+\/waiting\/\S+#k=\S+/.exec(mail.text)?.[0] ?? "";

  const other = await Booker.open(browser, link);
  await expect(other.page.getByTestId("offer")).toBeVisible();
  await expectAccessible(other.page, "waiting list, offer");
  await other.page.getByTestId("take").click();
  await other.expectStatus("scheduled");
  await expect(page.getByTestId("waiting")).toHaveAttribute("data-status", "booked");
  await expectAccessible(page, "waiting list, booked");
});

test("messages on this phone: asked for, shown, and off again", async ({ browser, server }) => {
  test.setTimeout(120_000);
  const shop = await demoSalon(server);
  const booker = await Booker.atTimes(browser, server, shop);
  const { page } = booker;
  await page.context().grantPermissions(["notifications", "clipboard-read", "clipboard-write"]);
  // The browser maker's push service is out of reach here; the rest is real.
  await page.addInitScript(standInForPushService);
  await booker.pick(new Date(Date.now() + 60 * MINUTE_MS));
  await booker.fillIn({ name: "Jane Smith", email: EMAIL });
  const push = page.getByTestId("push");
  const asked = page.waitForResponse((answer) => answer.url().endsWith("/push/"));
  await push.getByRole("button").click();
  expect((await asked).status()).toBe(204);
  await expect(push).toHaveAttribute("data-state", "on");
  await page.reload();
  await expect(push).toHaveAttribute("data-state", "on");

  await test.step("what is pushed is shown", async () => {
    const devtools = await page.context().newCDPSession(page);
    const registered = new Promise<string>((resolve) => {
      devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
        if (registrations[0] !== undefined) resolve(registrations[0].registrationId);
      });
    });
    await devtools.send("ServiceWorker.enable");
    const message = { title: "Reminder", text: "Haircut", url: `/appointment/${booker.id}`, tag: "a" };
    await devtools.send("ServiceWorker.deliverPushMessage", {
      origin: server.origin,
      registrationId: await registered,
      data: JSON.stringify(message),
    });
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const { getNotifications } = ServiceWorkerRegistration.prototype;
          const shown = await getNotifications.call(await navigator.serviceWorker.ready);
          return shown.map(({ title, body }) => `${title}: ${body}`);
        }),
      )
      .toEqual(["Reminder: Haircut"]);
  });

  const off = page.waitForResponse((answer) => answer.url().endsWith("/push/"));
  await push.getByRole("button").click();
  expect((await off).status()).toBe(204);
  await expect(push).toHaveAttribute("data-state", "off");
});

/** Runs in the page: gives a subscription as a push service would, with keys of the right form. */
function standInForPushService(): void {
  const text = (first: number, length: number): string => {
    const bytes = Uint8Array.from({ length }, (_, at) => (at === 0 ? first : at));
    return btoa(String.fromCharCode(...bytes))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");
  };
  const endpoint = "https://push.example.com/send/abc";
  const subscription = {
    endpoint,
    toJSON: () => ({ endpoint, keys: { p256dh: text(4, 65), auth: text(1, 16) } }),
  };
  Object.assign(PushManager.prototype, {
    subscribe: () => Promise.resolve(subscription),
    getSubscription: () => Promise.resolve(subscription),
  });
}
