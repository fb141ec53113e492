import type { Browser, Page } from "@playwright/test";
import type { DemoShop } from "./api.ts";
import type { TestServer } from "./server.ts";
import { expect } from "./test.ts";

export const PHONE = { width: 390, height: 844 };

/** Somebody in the waiting room with a phone. */
export class Visitor {
  readonly page: Page;
  readonly number: string;

  private constructor(page: Page, number: string) {
    this.page = page;
    this.number = number;
  }

  /** Opens the join page as the QR code does, and takes a ticket for the first queue. */
  static async join(browser: Browser, server: TestServer, shop: DemoShop, name: string): Promise<Visitor> {
    const context = await browser.newContext({ viewport: PHONE, locale: "fr-SN" });
    const page = await context.newPage();
    await page.goto(`${server.origin}/join/${shop.slug}`);
    await page.getByTestId("queue").first().click();
    await page.locator("input[name=full_name]").fill(name);
    await page.getByTestId("join").click();
    const ticket = page.getByTestId("ticket");
    await expect(ticket).toHaveAttribute("data-status", "waiting");
    return new Visitor(page, (await ticket.getAttribute("data-number")) ?? "");
  }

  async expectPlace(place: number): Promise<void> {
    await expect(this.page.getByTestId("place")).toHaveAttribute("data-place", String(place));
  }

  async expectStatus(status: string): Promise<void> {
    await expect(this.page.getByTestId("ticket")).toHaveAttribute("data-status", status);
  }

  async leave(): Promise<void> {
    await this.page.getByTestId("leave").click();
    await this.page.getByTestId("leave-yes").click();
  }
}
