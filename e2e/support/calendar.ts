import type { Browser, Locator, Page } from "@playwright/test";
import { Api, type DemoShop, demoSalon } from "./api.ts";
import { signIn } from "./desk.ts";
import type { TestServer } from "./server.ts";
import { expect } from "./test.ts";

const MINUTE = 60_000;
const ZONE = "America/Los_Angeles";

interface Provider {
  readonly id: string;
  readonly name: string;
}

export interface Salon {
  readonly shop: DemoShop;
  readonly owner: Api;
  readonly email: string;
  readonly providers: readonly Provider[];
}

/** The barbershop on a day that began an hour ago: whatever the hour of the test, the hours to come are today. */
export async function openSalon(server: TestServer): Promise<Salon> {
  const shop = await demoSalon(server);
  const email = shop.logins.find(({ role }) => role === "admin")?.email ?? "owner@salon-teranga.example";
  const owner = await Api.signIn(server, email);
  const [hours = 0, minutes = 0] = clock(Date.now() - 60 * MINUTE)
    .split(":")
    .map(Number);
  const path = `/tenants/${shop.tenant}/shops/${String(shop.id)}`;
  await owner.patch(path, { day_turns_at_minutes: hours * 60 + minutes });
  const { providers } = await owner.get<{ providers: readonly Provider[] }>(`${path}/providers`);
  return { shop, owner, email, providers };
}

/** `14:05` on the salon's wall. */
export function clock(at: number): string {
  const wanted = { timeZone: ZONE, hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return new Intl.DateTimeFormat("en-GB", wanted).format(at);
}

/** A quarter of an hour, so many minutes from now. */
export function quarterIn(minutes: number): number {
  return Math.ceil((Date.now() + minutes * MINUTE) / (15 * MINUTE)) * 15 * MINUTE;
}

/** The calendar as somebody at the salon's desk has it open. */
export class CalendarScreen {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(browser: Browser, server: TestServer, { shop, email }: Salon): Promise<CalendarScreen> {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "en-GB" });
    const page = await context.newPage();
    await signIn(page, server, email);
    await page.goto(`${server.origin}/console/${shop.tenant}/${String(shop.id)}/calendar`);
    await expect(page.locator("[data-column-body]").first()).toBeVisible();
    return new CalendarScreen(page);
  }

  /** The blocks of somebody, or of anybody. */
  booking(name: string): Locator {
    return this.page.locator("[data-booking]").filter({ hasText: name });
  }

  column(index: number): Locator {
    return this.page.locator("[data-column-body]").nth(index);
  }

  async expectAt(name: string, at: number, column: number): Promise<void> {
    const block = this.column(column).locator("[data-booking]").filter({ hasText: name });
    await expect(block).toContainText(clock(at));
  }

  /** Drags a booking by mouse to a column, so many minutes later. */
  async drag(name: string, to: { readonly column: number; readonly later: number }): Promise<void> {
    const block = this.booking(name);
    await block.scrollIntoViewIfNeeded();
    const from = await block.boundingBox();
    const target = await this.column(to.column).boundingBox();
    if (from === null || target === null) throw new Error("The booking and the column are on the screen");
    const [x, y] = [from.x + from.width / 2, from.y + 5];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x, y + 10, { steps: 2 });
    // Two pixels are a minute.
    await this.page.mouse.move(target.x + target.width / 2, y + to.later * 2, { steps: 8 });
    await expect(this.page.locator("[data-moving]")).toBeVisible();
    await this.page.mouse.up();
  }
}
