import type { Browser, Locator, Page } from "@playwright/test";
import type { DemoShop } from "./api.ts";
import { eventually } from "./eventually.ts";
import { DEMO_PASSWORD, type TestServer } from "./server.ts";
import { expect } from "./test.ts";

export async function signIn(
  page: Page,
  server: TestServer,
  email: string,
  password = DEMO_PASSWORD,
): Promise<void> {
  await page.goto(`${server.origin}/console/sign-in`);
  await page.locator("input[type=email]").fill(email);
  await page.locator("input[type=password]").fill(password);
  await page.locator("form button[type=submit]").click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
}

/** An agent's console at one counter. */
export class Desk {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(browser: Browser, server: TestServer, shop: DemoShop, counter: string): Promise<Desk> {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "fr-SN" });
    const page = await context.newPage();
    const agent = shop.logins.find(({ role }) => role === "agent");
    if (agent === undefined) throw new Error("The demo's shop has an agent");
    await signIn(page, server, agent.email);
    await page.goto(`${server.origin}/console/${shop.tenant}/${String(shop.id)}`);
    const dialog = page.getByRole("dialog");
    await dialog.locator("input[type=text], input:not([type])").first().fill(counter);
    await dialog.locator("button[type=submit]").click();
    await expect(dialog).toBeHidden();
    return new Desk(page);
  }

  /** One key, as agents work. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  async expectCurrent(number: string): Promise<void> {
    await expect(this.page.locator("[data-current-number]")).toHaveText(number);
  }

  row(number: string): Locator {
    return this.page.locator("[data-ticket]").filter({ hasText: number });
  }

  /** Drags a visitor to the head of the line without a mouse. */
  async moveFirstByKeyboard(number: string): Promise<void> {
    await this.row(number).locator("[slot=drag]").focus();
    await this.press("Enter");
    let at = await this.#focusedPlaceAfter("");
    for (let steps = 0; steps < 50 && !at.isFirst; steps += 1) {
      await this.press("ArrowUp");
      at = await this.#focusedPlaceAfter(at.label);
    }
    expect(at.isFirst).toBe(true);
    // Positions change while dragging, before anything is dropped.
    await expect(this.row(number).locator("[data-place]")).toHaveText("1");
    await this.press("Enter");
  }

  /** The place to drop at that the focus went to from another one. */
  async #focusedPlaceAfter(label: string): Promise<FocusedPlace> {
    const what = "the focus to reach a place to drop at";
    return eventually({ withinMs: 5_000, what }, async () => {
      const now = await this.page.evaluate(focusedPlace);
      return now === null || now.label === label ? undefined : now;
    });
  }

  /** The numbers waiting, as the list shows them. */
  async expectLine(numbers: readonly string[]): Promise<void> {
    const rows = this.page.locator("[data-ticket]");
    await expect(rows).toHaveCount(numbers.length);
    for (const [index, number] of numbers.entries()) await expect(rows.nth(index)).toContainText(number);
  }
}

interface FocusedPlace {
  readonly label: string;
  /** The one above all rows. */
  readonly isFirst: boolean;
}

/** Runs in the page. Null while the focus is elsewhere: on the list, on a row, on its way. */
function focusedPlace(): FocusedPlace | null {
  const place = document.activeElement;
  const first = document.querySelector("[data-ticket]");
  if (place === null || first === null || place.contains(first)) return null;
  if (place.closest("[role=grid]") === null || place.closest("[data-ticket]") !== null) return null;
  const isFirst = (place.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return { label: place.getAttribute("aria-label") ?? "", isFirst };
}
