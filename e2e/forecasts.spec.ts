import { expectAccessible } from "./support/accessible.ts";
import { type MovedServer, startMovedServer } from "./support/moving-clock.ts";
import { expect, test } from "./support/test.ts";

const TENANT = "/tenants/clinique-madeleine";
const MANAGER = "fatou.sarr@clinique-madeleine.example";
const DAY = 1_440;

interface Answer {
  readonly ticket: { readonly id: string; readonly number: string };
}

/** What an agent at one counter does, by the API; signed in anew each day. */
class Agent {
  readonly #server: MovedServer;
  #token = "";
  #queue = "";

  constructor(server: MovedServer) {
    this.#server = server;
  }

  async signIn(password: string): Promise<void> {
    const email = "awa.diop@clinique-madeleine.example";
    this.#token = (await this.ask<{ access_token: string }>("/auth/login", { email, password })).access_token;
    const queues = await fetch(`${this.#server.test.app.address}/api/v1/public${TENANT}/queues/`);
    const list = (await queues.json()) as { queues: readonly { id: string }[] };
    this.#queue = list.queues[0]?.id ?? "";
  }

  get queue(): string {
    return this.#queue;
  }

  async ask<Body>(path: string, body: object): Promise<Body> {
    const answer = await fetch(`${this.#server.test.app.address}/api/v1${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${this.#token}` },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} gave ${String(answer.status)}: ${await answer.text()}`);
    return (await answer.json()) as Body;
  }

  join(): Promise<Answer> {
    return this.ask(`${TENANT}/queues/${this.#queue}/tickets`, {});
  }

  async serveNext(minutes: number): Promise<void> {
    const { ticket } = await this.ask<Answer>(`${TENANT}/queues/${this.#queue}/call-next`, { counter: "1" });
    await this.ask(`${TENANT}/tickets/${ticket.id}/start`, {});
    this.#server.minutesOn(minutes);
    await this.ask(`${TENANT}/tickets/${ticket.id}/complete`, {});
  }
}

/** A wave of people and then their services, of five to nine minutes. */
async function aDay(agent: Agent, people: number): Promise<void> {
  for (let person = 0; person < people; person++) await agent.join();
  for (let person = 0; person < people; person++) await agent.serveNext(5 + (person % 5));
}

test("[W7] the range on the phone shrinks as the turn nears, and the record page says how often it was right", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const { TEST_PASSWORD } = await import("@callnext/server/testing");
  await using server = await startMovedServer();
  const agent = new Agent(server);
  for (let day = 0; day < 3; day++) {
    await agent.signIn(TEST_PASSWORD);
    await aDay(agent, 25);
    server.minutesOn(DAY - 25 * 7);
  }
  await agent.signIn(TEST_PASSWORD);
  await agent.join();
  await server.test.app.learnWaits();

  await test.step("the phone", async () => {
    for (let person = 0; person < 6; person++) await agent.join();
    const { ticket } = await agent.join();
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "en-GB" });
    const page = await context.newPage();
    await page.goto(`${server.origin}/ticket/${ticket.id}`);
    const wait = page.getByTestId("wait");
    const shown: (readonly [number, number])[] = [];
    for (let ahead = 7; ahead > 0; ahead--) {
      await expect(page.getByTestId("ahead")).toHaveAttribute("data-ahead", String(ahead));
      const [from, to = from] = [...(await wait.innerText()).matchAll(/\d+/g)].map(Number);
      if (from === undefined || to === undefined) throw new Error(`no range: ${await wait.innerText()}`);
      shown.push([from, to]);
      if (ahead > 1) await agent.serveNext(7);
    }
    const ends = shown.map(([, to]) => to);
    const widths = shown.map(([from, to]) => to - from);
    expect(ends.at(-1)).toBeLessThan((ends[0] ?? 0) / 2);
    expect(widths.at(-1)).toBeLessThan(widths[0] ?? 0);
    await page.getByRole("combobox").selectOption("5");
    await expect(page.getByTestId("leave-by")).toBeVisible();
    await expectAccessible(page, "ticket with its range");
    await page.screenshot({ path: test.info().outputPath("phone.png") });
    await context.close();
  });

  await test.step("on the board and where visitors join, if the shop wishes", async () => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 900 }, locale: "en-GB" });
    const page = await context.newPage();
    const login = { email: MANAGER, password: TEST_PASSWORD };
    await page.request.post(`${server.origin}/api/v1/auth/login`, { data: login });
    const headers = { origin: server.origin };
    const list = await page.request.get(`${server.origin}/api/v1${TENANT}/shops/1/displays`);
    const [display] = (await list.json()).displays;
    for (const [path, data] of [
      [`/displays/${display.id}`, { show_waits: true }],
      ["/shops/1", { publish_record: true }],
    ] as const) {
      const answer = await page.request.patch(`${server.origin}/api/v1${TENANT}${path}`, { data, headers });
      expect(answer.status()).toBe(200);
    }
    await page.goto(`${server.origin}/display/${display.id}`);
    await expect(page.getByTestId("board-wait")).toHaveCount(3);
    await page.screenshot({ path: test.info().outputPath("board.png") });
    await page.goto(`${server.origin}/join/clinique-madeleine-plateau`);
    await expect(page.getByTestId("record")).toContainText("%");
    await page.screenshot({ path: test.info().outputPath("join.png") });
    await context.close();
  });

  await test.step("the record", async () => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 1100 } });
    const page = await context.newPage();
    await page.request.post(`${server.origin}/api/v1/auth/login`, {
      data: { email: MANAGER, password: TEST_PASSWORD },
    });
    await page.goto(`${server.origin}/console/clinique-madeleine/admin/shops/1?tab=records`);
    const record = page.getByTestId("forecast-record");
    await expect(record).toBeVisible();
    const answer = await page.request.get(`${server.origin}/api/v1${TENANT}/shops/1/forecast-record`);
    const { shop, days } = await answer.json();
    expect(days).toHaveLength(3);
    expect(shop.settled).toBeGreaterThan(60);
    await expect(page.getByTestId("forecast-settled")).toHaveText(String(shop.settled));
    const [percent] = (await page.getByTestId("forecast-inside").innerText())
      .replace(",", ".")
      .split(/\s|%/u);
    expect(Number(percent)).toBeCloseTo(100 * shop.inside, 1);
    await expectAccessible(page, "the record of forecasts");
    await page.screenshot({ path: test.info().outputPath("record.png") });
    await page.emulateMedia({ colorScheme: "dark" });
    await page.screenshot({ path: test.info().outputPath("record-dark.png") });
    await context.close();
  });
});
