import type { Page } from "@playwright/test";
import { Board } from "./support/board.ts";
import { codeOn, enterCode } from "./support/pairing.ts";
import { TestServer } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

const label = (key: string): string => words("fr", "console", key);

async function fill(page: Page, name: string, value: string): Promise<void> {
  await page.getByRole("textbox", { name, exact: true }).fill(value);
}

test("an empty server: its first admin makes a shop, a queue and a display in the console, and calls a ticket on that display", async ({
  browser,
}) => {
  await using server = await TestServer.start({ CALLNEXT_DEMO: "0", NODE_ENV: "development" });
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "fr-SN" });
  const page = await context.newPage();

  await test.step("the link that the server printed leads in, once", async () => {
    const link = /\/setup#\S+/.exec(server.output)?.[0];
    if (link === undefined) throw new Error(`The server printed no setup link:\n${server.output}`);
    await page.goto(server.origin + link);
    await fill(page, label("setup.organisation"), "Mairie de Saint-Louis");
    await fill(page, label("setup.name"), "Khady Diagne");
    await page.locator("input[type=email]").fill("khady@mairie.example");
    await page.locator("input[type=password]").fill("un mot de passe assez long");
    await page.getByRole("button", { name: label("setup.submit") }).click();
    await page.waitForURL("**/first-shop");
    const again = await fetch(`${server.origin}/api/v1/setup`);
    expect(await again.json()).toEqual({ needed: false });
  });

  await test.step("shop, queue, display", async () => {
    const save = page.getByRole("button", { name: words("fr", "admin", "save") });
    await expect(page.getByRole("heading", { name: label("first.title-0") })).toBeVisible();
    await fill(page, words("fr", "admin", "shop.name"), "Mairie centrale");
    await save.click();
    await expect(page.getByRole("heading", { name: label("first.title-1") })).toBeVisible();
    await fill(page, words("fr", "admin", "queues.name"), "État civil");
    await save.click();
    await expect(page.getByRole("heading", { name: label("first.title-2") })).toBeVisible();
    await save.click();
    await expect(page.getByRole("heading", { name: label("first.title-3") })).toBeVisible();
  });

  const boardPath = /\/display\/[0-9a-f-]+/.exec((await page.textContent("body")) ?? "")?.[0] ?? "";
  const board = await Board.unpaired(browser, server, boardPath.replace("/display/", ""));

  await test.step("the television that opens the display's address is paired", async () => {
    const code = await codeOn(board.page);
    await page.getByRole("link", { name: label("first.pair") }).click();
    await enterCode(page, code);
    await board.expectLive();
  });

  await test.step("a visitor is added at the desk and called by key", async () => {
    await page.goto(`${server.origin}/console`);
    await page.getByRole("link", { name: "Mairie centrale" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.locator("input[type=text], input:not([type])").first().fill("1");
    await dialog.locator("button[type=submit]").click();
    await expect(dialog).toBeHidden();
    await page.keyboard.press("a");
    await dialog.getByRole("button", { name: label("add.submit") }).click();
    await expect(dialog).toContainText("A001");
    await page.keyboard.press("Escape");
    await page.keyboard.press("n");
    await board.expectLastCall("A001", "1");
  });
});
