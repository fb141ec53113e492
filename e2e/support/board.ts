import type { Browser, Page } from "@playwright/test";
import type { DemoShop } from "./api.ts";
import type { TestServer } from "./server.ts";
import { expect } from "./test.ts";

/** The screen on the wall. */
export class Board {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(browser: Browser, server: Pick<TestServer, "origin">, displayId: string): Promise<Board> {
    const board = await Board.unpaired(browser, server, displayId);
    await board.expectLive();
    // Browsers keep a page silent until somebody touches it.
    await board.page.locator(".board").click({ position: { x: 5, y: 5 } });
    return board;
  }

  /** A television where nobody is signed in, at a display that may not be public. */
  static async unpaired(
    browser: Browser,
    server: Pick<TestServer, "origin">,
    displayId: string,
  ): Promise<Board> {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: "fr-SN" });
    const page = await context.newPage();
    await page.addInitScript(countStrikes);
    await page.goto(`${server.origin}/display/${displayId}`);
    return new Board(page);
  }

  static displayOf(shop: DemoShop): string {
    const display = shop.displays[0];
    if (display === undefined) throw new Error("The demo's shop has a display");
    return display.id;
  }

  async expectLive(): Promise<void> {
    await expect(this.page.locator(".board")).toHaveAttribute("data-connection", "live", { timeout: 10_000 });
  }

  /** The touch that allows sound has taken effect. */
  async expectSound(): Promise<void> {
    await expect(this.page.getByTestId("enable-sound")).toBeHidden();
  }

  async expectLastCall(number: string, counter: string): Promise<void> {
    await expect(this.page.getByTestId("last-number")).toHaveText(number);
    await expect(this.page.getByTestId("last-counter")).toContainText(counter);
  }

  /** When the number first stands on the screen, by this machine's clock. Ask before it is called. */
  whenShown(number: string): Promise<number> {
    return this.page.evaluate(
      (wanted) =>
        new Promise<number>((resolve) => {
          const look = (): void => {
            if (document.querySelector("[data-testid=last-number]")?.textContent === wanted) {
              observer.disconnect();
              resolve(Date.now());
            }
          };
          const observer = new MutationObserver(look);
          observer.observe(document.body, { subtree: true, childList: true, characterData: true });
          look();
        }),
      number,
    );
  }

  /** Tones struck so far: what the room would have heard. */
  strikes(): Promise<number> {
    return this.page.evaluate(() => Number(document.documentElement.dataset["strikes"] ?? 0));
  }
}

/** Runs in the page before its own scripts. */
function countStrikes(): void {
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function counted(this: OscillatorNode, when?: number) {
    const { dataset } = document.documentElement;
    dataset["strikes"] = String(Number(dataset["strikes"] ?? 0) + 1);
    start.call(this, when);
  };
}
