import type { Browser, Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { demoClinic } from "./support/api.ts";
import { signIn } from "./support/desk.ts";
import { mailedLink } from "./support/inbox.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

const EMAIL = "khady@clinique-madeleine.example";
const FIRST = "le mot de passe de khady";
const SECOND = "un autre mot de passe";

const say = (key: string): string => words("fr", "console", key);
const admin = (key: string): string => words("fr", "admin", key);

async function window(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "fr-SN" });
  return context.newPage();
}

/** Takes a counter, so that the desk stands open with its socket. */
async function takeCounter(page: Page, counter: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.locator("input[type=text], input:not([type])").first().fill(counter);
  await dialog.locator("button[type=submit]").click();
  await expect(dialog).toBeHidden();
  await expect(
    page.getByRole("status").filter({ hasText: words("fr", "console", "connection.live") }),
  ).toBeVisible();
}

test("an invited agent comes in by the mailed link, forgets the password, and signs out everywhere", async ({
  browser,
  server,
}) => {
  test.setTimeout(120_000);
  const clinic = await demoClinic(server);
  const manager = clinic.logins.find(({ role }) => role === "admin");
  if (manager === undefined) throw new Error("The demo's clinic has an administrator");

  await test.step("the administrator invites her in the console", async () => {
    const page = await window(browser);
    await signIn(page, server, manager.email);
    await page.goto(`${server.origin}/console/${clinic.tenant}/admin/staff`);
    await page.getByRole("button", { name: admin("invitations.invite") }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: admin("staff.name"), exact: true }).fill("Khady Diagne");
    await dialog.locator("input[type=email]").fill(EMAIL);
    await expectAccessible(page, "invite");
    await dialog.getByRole("button", { name: admin("invitations.send") }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText("Khady Diagne", { exact: true })).toBeVisible();
    await page.context().close();
  });

  const invitation = await mailedLink(server, EMAIL);
  const page = await window(browser);
  await test.step("she opens the link, sets a password, and lands at the desk", async () => {
    await page.goto(invitation);
    await expect(page.getByText(EMAIL)).toBeVisible();
    // The token is not left in the address for the next person at this screen.
    expect(new URL(page.url()).hash).toBe("");
    await expectAccessible(page, "invitation");
    await page.locator("input[type=password]").fill(FIRST);
    await page.getByRole("button", { name: say("invitation.submit") }).click();
    await page.getByRole("link", { name: clinic.name }).click();
    await takeCounter(page, "7");
  });

  await test.step("the link works once", async () => {
    const again = await window(browser);
    await again.goto(invitation);
    await expect(again.getByRole("alert")).toHaveText(say("invitation.over-text"));
    await again.context().close();
  });

  const other = await window(browser);
  await test.step("elsewhere she has forgotten it: another link, another password, and the desk asks to sign in", async () => {
    await other.goto(`${server.origin}/console/sign-in`);
    await other.getByRole("link", { name: say("sign-in.forgot") }).click();
    await other.locator("input[type=email]").fill(EMAIL);
    await expectAccessible(other, "forgotten password");
    await other.getByRole("button", { name: say("forgot.submit") }).click();
    await expect(other.getByRole("status")).toBeVisible();
    await other.goto(await mailedLink(server, EMAIL, invitation));
    await other.locator("input[type=password]").fill(SECOND);
    await expectAccessible(other, "new password");
    await other.getByRole("button", { name: say("reset.submit") }).click();
    await expect(other.getByRole("heading", { name: say("reset.done") })).toBeVisible();
    await page.waitForURL((url) => url.pathname.endsWith("/sign-in"), { timeout: 2_000 });
  });

  await test.step("P14: signed out everywhere here, the desk in the other window is signed out within 2 s", async () => {
    await signIn(page, server, EMAIL, SECOND);
    await page.goto(`${server.origin}/console/${clinic.tenant}/${String(clinic.id)}`);
    const chooser = page.getByRole("dialog");
    if (await chooser.isVisible()) await takeCounter(page, "7");
    await expect(page.getByRole("status").filter({ hasText: say("connection.live") })).toBeVisible();
    await signIn(other, server, EMAIL, SECOND);
    await other.goto(`${server.origin}/console/account`);
    await expect(other.getByText(words("fr", "console", "account.this-device"))).toBeVisible();
    await expectAccessible(other, "account");
    await other.getByRole("button", { name: say("account.everywhere") }).click();
    const confirm = other.getByRole("alertdialog").getByRole("button", { name: say("account.everywhere") });
    await confirm.click();
    await page.waitForURL((url) => url.pathname.endsWith("/sign-in"), { timeout: 2_000 });
    await expect(page.locator("[data-ticket]")).toHaveCount(0);
    await other.waitForURL((url) => url.pathname.endsWith("/sign-in"));
  });
});
