import { expectAccessible } from "./support/accessible.ts";
import { Api } from "./support/api.ts";
import { Board } from "./support/board.ts";
import { DEMO_PASSWORD, TestServer } from "./support/server.ts";
import { signIn } from "./support/desk.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

const LAPTOP = { viewport: { width: 1366, height: 768 }, locale: "en-GB" };
const admin = (key: string): string => words("en", "admin", key);
const consoleWords = (key: string): string => words("en", "console", key);
const ADMIN = "admin@clinique-madeleine.example";

test("security: an administrator makes an API key, sees it once, and shuts it out again", async ({
  browser,
  server,
  clinic,
}) => {
  const page = await (await browser.newContext(LAPTOP)).newPage();
  await signIn(page, server, ADMIN);
  await page.goto(`${server.origin}/console/${clinic.tenant}/admin/keys`);
  await page.getByRole("button", { name: admin("keys.add") }).click();
  await expectAccessible(page, "a new API key");
  await page.getByRole("textbox", { name: admin("keys.name") }).fill("Website");
  await page.getByRole("button", { name: admin("keys.make") }).click();
  const secret = (await page.getByRole("group", { name: admin("keys.new") }).textContent()) ?? "";
  await expectAccessible(page, "the key, shown once");
  const ask = async (): Promise<number> => {
    const url = `${server.origin}/api/v1/tenants/${clinic.tenant}/shops`;
    return (await fetch(url, { headers: { authorization: `Bearer ${secret}` } })).status;
  };
  expect(await ask()).toBe(200);
  await page.getByRole("button", { name: admin("keys.kept") }).click();
  await expect(page.getByText(secret.slice(0, 10))).toBeVisible();
  expect(await page.content()).not.toContain(secret);
  await expectAccessible(page, "API keys");
  await page.getByRole("button", { name: "Revoke Website" }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: admin("keys.revoke"), exact: true })
    .click();
  await expect(page.getByText(admin("keys.revoked"), { exact: true })).toBeVisible();
  expect(await ask()).toBe(401);
});

test("security: who may only look sees numbers and no names, and nothing to press", async ({
  browser,
  server,
  clinic,
}) => {
  const staff = await Api.signIn(server, ADMIN);
  const viewer = {
    full_name: "Only Looking",
    email: "viewer@clinic.example",
    password: DEMO_PASSWORD,
    role: "viewer",
  };
  await staff.post(`/tenants/${clinic.tenant}/staff`, viewer);
  const add = `/tenants/${clinic.tenant}/queues/${clinic.queues[0]?.id ?? ""}/tickets`;
  await staff.post(add, { full_name: "Aminata Canary Fall", phone: "+221770001122" });
  const page = await (await browser.newContext(LAPTOP)).newPage();
  const seen: string[] = [];
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => seen.push(String(payload))));
  await signIn(page, server, viewer.email);
  await page.goto(`${server.origin}/console/${clinic.tenant}/${String(clinic.id)}`);
  await expect(page.getByText("A001")).toBeVisible();
  await expect(page.getByText(consoleWords("look.text"))).toBeVisible();
  await staff.post(add, { full_name: "Second Canary" });
  await expect(page.getByText("A002")).toBeVisible();
  expect(await page.content()).not.toContain("Canary");
  expect(seen.join()).toContain("A002");
  expect(seen.join()).not.toContain("Canary");
  expect(seen.join()).not.toContain("770001122");
  await expectAccessible(page, "the desk of a viewer");
});

test("security: whoever set the server up makes an organisation, and suspends one: its board says so, until it is resumed", async ({
  browser,
}) => {
  await using server = await TestServer.start({ CALLNEXT_DEMO: "0", NODE_ENV: "development" });
  const code = /\/setup#(\S+)/.exec(server.output)?.[1];
  const password = "un mot de passe assez long";
  const email = "khady@mairie.example";
  const first = { code, organisation: "Mairie", locale: "en", name: "Khady Diagne", email, password };
  const set = await fetch(`${server.origin}/api/v1/setup`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(first),
  });
  expect(set.status).toBe(201);
  const owner = await Api.signIn(server, email, password);
  interface Made {
    readonly shop: { readonly id: number };
    readonly queue: { readonly id: string };
    readonly display: { readonly id: string };
  }
  const { shop } = await owner.post<Made>("/tenants/mairie/shops", {
    name: "Mairie",
    time_zone: "Africa/Dakar",
  });
  const at = `/tenants/mairie/shops/${String(shop.id)}`;
  const { queue } = await owner.post<Made>(`${at}/queues`, { name: "État civil", prefix: "E" });
  const { display } = await owner.post<Made>(`${at}/displays`, {
    name: "Hall",
    queue_ids: [queue.id],
    public: true,
  });
  const board = await Board.open(browser, server, display.id);

  const page = await (await browser.newContext(LAPTOP)).newPage();
  await signIn(page, server, email, password);
  await page.goto(`${server.origin}/console/operator`);
  await page.getByRole("button", { name: consoleWords("operator.add") }).click();
  await page.getByRole("textbox", { name: consoleWords("operator.organisation") }).fill("Clinique Gorée");
  await page.getByRole("textbox", { name: consoleWords("operator.admin-name") }).fill("Ndèye Faye");
  await page.getByRole("textbox", { name: consoleWords("operator.admin-email") }).fill("ndeye@goree.example");
  await page.getByRole("button", { name: consoleWords("operator.make") }).click();
  const link = (await page.getByRole("dialog").getByRole("link").getAttribute("href")) ?? "";
  await page.getByRole("button", { name: words("en", "common", "action.done") }).click();
  await expect(page.getByText("clinique-goree")).toBeVisible();
  await expectAccessible(page, "the operator's page");

  const invited = await (await browser.newContext(LAPTOP)).newPage();
  await invited.goto(link);
  await expect(invited.getByText("Clinique Gorée").first()).toBeVisible();

  await page.getByRole("button", { name: "Suspend Mairie" }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: consoleWords("operator.suspend"), exact: true })
    .click();
  await expect(page.getByText(consoleWords("operator.suspended"), { exact: true })).toBeVisible();
  await expect(board.page.locator("[data-fault=suspended]")).toBeVisible({ timeout: 3_000 });
  await expectAccessible(board.page, "the board of a suspended organisation");
  await page.getByRole("button", { name: "Resume Mairie" }).click();
  await expect(board.page.locator("[data-fault]")).toHaveCount(0, { timeout: 5_000 });
});
