import type { Browser, Page } from "@playwright/test";
import type { DemoShop } from "./api.ts";
import type { TestServer } from "./server.ts";
import { expect } from "./test.ts";
import { PHONE } from "./visitor.ts";

interface Person {
  readonly name: string;
  readonly email: string;
}

/** Somebody with a phone who books a time. */
export class Booker {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(browser: Browser, address: string): Promise<Booker> {
    const context = await browser.newContext({
      viewport: PHONE,
      locale: "en-US",
      timezoneId: "America/Los_Angeles",
      acceptDownloads: true,
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const page = await context.newPage();
    await page.goto(address);
    return new Booker(page);
  }

  /** The way through the questions up to the free times. */
  static async atTimes(browser: Browser, server: TestServer, shop: DemoShop): Promise<Booker> {
    const booker = await Booker.open(browser, `${server.origin}/book/${shop.slug}`);
    await booker.page.getByTestId("service").first().click();
    await booker.page.getByTestId("person").first().click();
    await booker.page.getByTestId("times").waitFor();
    return booker;
  }

  /** Picks the first free time from then on, which is kept from then on; ISO. */
  async pick(from: Date): Promise<string> {
    const times = this.page.getByTestId("time");
    await times.first().waitFor();
    for (const time of await times.all()) {
      const start = (await time.getAttribute("data-start")) ?? "";
      if (Date.parse(start) < from.getTime()) continue;
      await time.click();
      await expect(this.page.getByTestId("details")).toBeVisible();
      return start;
    }
    throw new Error(`No time is free from ${from.toISOString()} on`);
  }

  /** Leads to the appointment's own page. */
  async fillIn({ name, email }: Person): Promise<void> {
    await this.page.locator("input[name=full_name]").fill(name);
    await this.page.locator("input[name=email]").fill(email);
    await this.page.getByTestId("book").click();
    await this.expectStatus("scheduled");
  }

  async expectStatus(status: string): Promise<void> {
    await expect(this.page.getByTestId("appointment")).toHaveAttribute("data-status", status);
  }

  /** The number in its address. */
  get id(): number {
    return Number(/\/appointment\/(\d+)/.exec(this.page.url())?.[1]);
  }
}
