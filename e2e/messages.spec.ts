import { once } from "node:events";
import { createServer } from "node:http";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { demoSalon } from "./support/api.ts";
import { signIn } from "./support/desk.ts";
import { freePort } from "./support/free-port.ts";
import { TestServer } from "./support/server.ts";
import { expect, test } from "./support/test.ts";

interface Sms {
  readonly secret: string;
  readonly body: string;
}

/** An SMS provider of our own: a real server that takes what is posted to it. */
async function openProvider() {
  const taken: Sms[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      taken.push({ secret: String(request.headers.authorization), body });
      response.writeHead(201).end();
    });
  });
  const port = await freePort();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    taken,
    [Symbol.dispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: test.info().outputPath(`${name}-${colorScheme}.png`), fullPage: true });
  }
}

test("a manager sees what was sent, and changes nothing", async ({ page, server, clinic }) => {
  const manager = clinic.logins.find(({ role }) => role === "manager")?.email ?? "";
  await signIn(page, server, manager);
  await page.goto(`${server.origin}/console/${clinic.tenant}/admin/messages`);
  await expect(page.getByTestId("log")).toBeVisible();
  await expect(page.getByTestId("ways")).toHaveCount(0);
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expectAccessible(page, "messages of a manager");
});

test("an administrator sets up SMS, tries them, writes the words, and sees what was sent", async ({
  page,
}) => {
  test.setTimeout(180_000);
  using provider = await openProvider();
  await using server = await TestServer.start({ CALLNEXT_OUTBOUND_ORIGINS: provider.origin });
  const salon = await demoSalon(server);
  const owner = salon.logins.find(({ role }) => role === "admin")?.email ?? "";
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page, server, owner);
  await page.goto(`${server.origin}/console/${salon.tenant}/admin/messages`);
  const sms = page.getByTestId("sms");
  await sms.getByRole("button").first().waitFor();
  await look(page, "messages-at-first");

  await test.step("without a provider a test says so", async () => {
    await sms.locator("input[type=tel]").fill("77 123 45 67");
    await sms.getByTestId("test").getByRole("button").click();
    await expect(sms.getByTestId("tested")).toHaveText(/fournisseur|provider/i);
  });

  await test.step("a provider from a preset", async () => {
    await sms.getByRole("button").first().click();
    const dialog = page.getByRole("dialog");
    await dialog.locator("select").first().selectOption("twilio");
    await dialog.locator("input[type=password]").fill("AC1:token");
    await dialog.locator("input[type=url]").fill("https://10.0.0.1/inside");
    await dialog.locator("button[type=submit]").click();
    await expect(dialog.locator("input[type=url]")).toHaveAttribute("aria-invalid", "true");
    await look(page, "provider");
    await dialog.locator("input[type=url]").fill(`${provider.origin}/Messages.json`);
    await dialog.locator("button[type=submit]").click();
    await expect(dialog).toBeHidden();
    await sms.getByTestId("test").getByRole("button").click();
    await expect.poll(() => provider.taken.length).toBe(1);
    expect(provider.taken[0]?.secret).toBe(`Basic ${btoa("AC1:token")}`);
    expect(new URLSearchParams(provider.taken[0]?.body).get("To")).toBe("+221771234567");
  });

  await test.step("words of its own, seen before they are used; a hole that nothing fills is refused", async () => {
    const texts = page.getByTestId("texts");
    const short = texts.locator("textarea").last();
    await short.fill("{counter}");
    await texts.locator("button[type=submit]").click();
    await expect(short).toHaveAttribute("aria-invalid", "true");
    await short.fill("{shop} {time} {link}");
    await texts.getByTestId("preview").getByRole("button").click();
    await expect(texts.getByTestId("preview").getByRole("article").last()).toContainText("10:30");
    await look(page, "words");
    await texts.locator("button[type=submit]").click();
    await expect(texts.getByTestId("whose")).toHaveAttribute("data-own", "true");
  });

  await test.step("reminders, by the keyboard", async () => {
    const ways = page.getByTestId("ways");
    const before = await ways.getByRole("listitem").count();
    await ways.getByTestId("reminder-add").getByRole("button").focus();
    await page.keyboard.press("Enter");
    await expect(ways.getByRole("listitem")).toHaveCount(before + 1);
    await ways.locator("button[type=submit]").focus();
    await page.keyboard.press("Enter");
    await page.reload();
    await expect(ways.getByRole("listitem")).toHaveCount(before + 1);
  });

  await test.step("a booking's confirmation stands in the log", async () => {
    await bookOne(server, salon.slug);
    const row = page.getByTestId("log").getByRole("row");
    await expect(row.filter({ hasText: "#" }).first()).toBeVisible({ timeout: 20_000 });
    await look(page, "log");
  });

  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, "messages-on-a-phone");
});

/** By the public API: what the booking page itself does has its own test. */
async function bookOne({ origin }: TestServer, slug: string): Promise<void> {
  const base = `${origin}/api/v1/public/shops/${slug}/booking`;
  const read = async <T>(path: string): Promise<T> => (await (await fetch(`${base}${path}`)).json()) as T;
  const page = await read<{ services: readonly { id: number }[] }>("/");
  const service_id = page.services[0]?.id ?? 0;
  const { days } = await read<{ days: readonly { slots: readonly { start: string }[] }[] }>(
    `/slots/?service_id=${String(service_id)}&days=4`,
  );
  const appointment_time = days.at(-1)?.slots[0]?.start;
  const made = await fetch(`${base}/appointments/`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ service_id, appointment_time, full_name: "Awa", email: "awa@visitors.example" }),
  });
  expect(made.status).toBe(201);
}
