import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { Api, type DemoShop } from "./support/api.ts";
import { Board } from "./support/board.ts";
import { signIn } from "./support/desk.ts";
import { codeOn, enterCode } from "./support/pairing.ts";
import type { TestServer } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

/** A board is stale after 8 s, and looks four times a second. */
const STALE_WITHIN_MS = 9_000;

/** Takes from the page, before its own script, all that an old engine has not; counts the chimes that are heard. */
function asOldSet(sockets: boolean): void {
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function counted(this: HTMLMediaElement) {
    const { documentElement } = document;
    const heard = Number(documentElement.getAttribute("data-heard") ?? 0) + (this.volume > 0 ? 1 : 0);
    documentElement.setAttribute("data-heard", String(heard));
    return play.call(this);
  };
  const globals = "fetch Promise Map Set WeakMap WeakSet Symbol Proxy Reflect Intl URL URLSearchParams".split(
    " ",
  );
  const methods: readonly (readonly [object, string])[] = [
    [Object, "assign entries values fromEntries"],
    [Array, "from of"],
    [Array.prototype, "includes find findIndex fill flat flatMap at"],
    [String.prototype, "includes startsWith endsWith repeat padStart replaceAll"],
    [Element.prototype, "append remove closest matches"],
  ];
  const remove = (owner: object, name: string): boolean => delete (owner as Record<string, unknown>)[name];
  for (const [owner, names] of methods) for (const name of names.split(" ")) remove(owner, name);
  if (!sockets) remove(window, "WebSocket");
  for (const name of globals) remove(window, name);
}

interface OldSet {
  readonly page: Page;
  /** The page's own complaints, an API that it has not among them. */
  readonly errors: readonly string[];
}

async function openSet(
  browser: Browser,
  server: TestServer,
  address: string,
  sockets: boolean,
): Promise<OldSet> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: "fr-SN" });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => {
    // The test's own instruments miss what was taken from the page, too.
    if (error.stack?.includes("/assets/board-lite-") === true) errors.push(error.message);
  });
  page.on("console", (message) => {
    if (message.type() === "error" && message.text().includes("Content Security Policy"))
      errors.push(message.text());
  });
  await page.addInitScript(asOldSet, sockets);
  await page.goto(`${server.origin}/board-lite/${address}`);
  return { page, errors };
}

async function deskOf(server: TestServer, clinic: DemoShop) {
  const api = await Api.signIn(server, clinic.logins.find(({ role }) => role === "manager")?.email ?? "");
  const queue = clinic.queues[0];
  if (queue === undefined) throw new Error("The demo's shop has a queue");
  const path = `/tenants/${clinic.tenant}/queues/${queue.id}`;
  return {
    api,
    queue,
    join: () => api.post(`${path}/tickets`, { full_name: "Awa" }),
    call: async () =>
      (await api.post<{ ticket: { id: string; number: string } }>(`${path}/call-next`, { counter: "7" }))
        .ticket,
    step: (id: string, name: string) => api.post(`/tenants/${clinic.tenant}/tickets/${id}/${name}`),
  };
}

const root = (page: Page) => page.locator("#app");
const last = (page: Page) => page.getByTestId("last-number");
const heard = (page: Page) => page.locator("html");

test("P10 an old set follows calls by WebSocket, chimes once for each, and says within 8 s that it is stale", async ({
  browser,
  server,
  clinic,
}) => {
  test.setTimeout(150_000);
  const display = Board.displayOf(clinic);
  const desk = await deskOf(server, clinic);
  await desk.api.patch(`/tenants/${clinic.tenant}/displays/${display}`, {
    custom_message: "Bienvenue à tous",
  });
  const { page, errors } = await openSet(browser, server, display, true);
  await expect(root(page)).toHaveAttribute("data-connection", "live");
  await page.locator(".lite").click({ position: { x: 5, y: 5 } });
  await expect(page.getByTestId("messages")).toHaveText("Bienvenue à tous");
  const before = Number((await heard(page).getAttribute("data-heard")) ?? 0);

  for (let count = 0; count < 3; count += 1) await desk.join();
  const waiting = page.locator(`[data-testid=waiting][data-queue="${desk.queue.id}"]`);
  await expect(waiting).toHaveAttribute("data-waiting", "3", { timeout: 8_000 });
  const first = await desk.call();
  await expect(last(page)).toHaveText(first.number, { timeout: 2_000 });
  await expect(page.getByTestId("last-counter")).toHaveText("Guichet 7");
  await expect(waiting).toHaveAttribute("data-waiting", "2", { timeout: 3_000 });
  await expect(heard(page)).toHaveAttribute("data-heard", String(before + 1));
  await desk.step(first.id, "recall");
  await expect(heard(page)).toHaveAttribute("data-heard", String(before + 2), { timeout: 8_000 });
  await desk.step(first.id, "start");
  await desk.step(first.id, "complete");
  await expect(page.locator(`[data-number="${first.number}"]`)).toHaveAttribute("data-status", "clos");

  server.freeze();
  const began = Date.now();
  await expect(page.getByTestId("stale")).toBeVisible({ timeout: 15_000 });
  expect(Date.now() - began).toBeLessThan(STALE_WITHIN_MS);
  server.thaw();
  await expect(page.getByTestId("stale")).toHaveCount(0, { timeout: 20_000 });

  await server.kill();
  await expect(page.getByTestId("stale")).toBeVisible({ timeout: 15_000 });
  await server.start();
  const second = await desk.call();
  await expect(last(page)).toHaveText(second.number, { timeout: 20_000 });
  await expect(root(page)).toHaveAttribute("data-connection", "live", { timeout: 20_000 });
  await expect(page.getByTestId("stale")).toHaveCount(0);
  expect(errors).toEqual([]);
});

test("P10 an old set without WebSocket follows calls by polling, and says so when the server is gone", async ({
  browser,
  server,
  clinic,
}) => {
  test.setTimeout(120_000);
  const desk = await deskOf(server, clinic);
  const display = Board.displayOf(clinic);
  // Too seldom for a board that has nothing but its polls: it asks more often then.
  await desk.api.patch(`/tenants/${clinic.tenant}/displays/${display}`, { auto_refresh_seconds: 60 });
  const { page, errors } = await openSet(browser, server, display, false);
  await expect(root(page)).toHaveAttribute("data-connection", "polling");
  await page.locator(".lite").click({ position: { x: 5, y: 5 } });
  await desk.join();
  const { number } = await desk.call();
  await expect(last(page)).toHaveText(number, { timeout: 7_000 });
  await expect(root(page)).toHaveAttribute("data-chimes", "1");
  await expect(root(page)).toHaveAttribute("data-stale", "false");

  await server.stop();
  const began = Date.now();
  await expect(page.getByTestId("stale")).toBeVisible({ timeout: 15_000 });
  expect(Date.now() - began).toBeLessThan(STALE_WITHIN_MS);
  await expect(last(page)).toHaveText(number);
  expect(errors).toEqual([]);
});

test("P14 an old set is paired by its code, goes live with its key, and shows nothing once it is switched off", async ({
  browser,
  server,
  clinic,
}) => {
  test.setTimeout(120_000);
  const desk = await deskOf(server, clinic);
  const shop = `/tenants/${clinic.tenant}/shops/${String(clinic.id)}/displays`;
  const made = await desk.api.post<{ display: { id: string } }>(shop, {
    name: "Salle du fond",
    queue_ids: [desk.queue.id],
    public: false,
  });
  const { page, errors } = await openSet(browser, server, made.display.id, true);
  const code = await codeOn(page);

  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "fr-SN" });
  const console_ = await context.newPage();
  await signIn(console_, server, clinic.logins.find(({ role }) => role === "manager")?.email ?? "");
  await console_.goto(`${server.origin}/console/${clinic.tenant}/admin/devices`);
  await enterCode(console_, code, made.display.id);
  await expect(root(page)).toHaveAttribute("data-connection", "live", { timeout: 15_000 });
  await desk.join();
  const { number } = await desk.call();
  await expect(last(page)).toHaveText(number, { timeout: 2_000 });
  await page.reload();
  await expect(root(page)).toHaveAttribute("data-connection", "live", { timeout: 15_000 });

  const { devices } = await desk.api.get<{ devices: { id: string }[] }>(`/tenants/${clinic.tenant}/devices`);
  const revoke = words("fr", "admin", "devices.revoke-of").replace("{{name}}", "Salle du fond");
  expect(devices).toHaveLength(1);
  await console_.getByRole("button", { name: revoke }).click();
  const dialog = console_.getByRole("alertdialog");
  await dialog.getByRole("button", { name: words("fr", "admin", "devices.revoke"), exact: true }).click();
  await expect(page.getByTestId("switched-off")).toBeVisible({ timeout: 5_000 });
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("pairing-code")).toHaveText(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  expect(errors).toEqual([]);
});

test("the old sets' board is accessible, in each language", async ({ browser, server, clinic }) => {
  const desk = await deskOf(server, clinic);
  for (let count = 0; count < 4; count += 1) await desk.join();
  await desk.step((await desk.call()).id, "no-show");
  await desk.call();
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const page = await context.newPage();
  for (const [language, waiting] of [
    ["fr", "en attente"],
    ["en", "waiting"],
    ["wo", "ñuy xaar"],
  ] as const) {
    await page.goto(`${server.origin}/board-lite/${Board.displayOf(clinic)}?lang=${language}`);
    await expect(root(page)).toHaveAttribute("data-connection", "live");
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await expect(page.getByTestId("waiting").first()).toContainText(waiting);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`board-lite-${language}.png`) });
  }
});
