import type { Browser, Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { Api, type DemoShop } from "./support/api.ts";
import { Authenticator } from "./support/authenticator.ts";
import { signIn } from "./support/desk.ts";
import { DEMO_PASSWORD, type TestServer } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import { totpCode } from "./support/totp.ts";
import { words } from "./support/words.ts";

const label = (key: string): string => words("fr", "console", key);
const button = (place: Page | Locator, key: string): Locator =>
  place.getByRole("button", { name: label(key), exact: true });

async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "fr-SN" });
  return await context.newPage();
}

function emailOf(clinic: DemoShop, role: string): string {
  return clinic.logins.find((login) => login.role === role)?.email ?? "";
}

/** Address and password; what comes after them is the test's. */
async function givePassword(page: Page, server: TestServer, email: string): Promise<void> {
  await page.goto(`${server.origin}/console/sign-in`);
  await page.locator("input[type=email]").fill(email);
  await page.locator("input[type=password]").fill(DEMO_PASSWORD);
  await page.locator("form button[type=submit]").click();
}

async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies();
}

/** Where the page says so: they are shown this once. */
async function keepRecoveryCodes(page: Page): Promise<readonly string[]> {
  const dialog = page.getByRole("alertdialog");
  const codes = dialog.getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const texts = await codes.allTextContents();
  await button(dialog, "recovery.kept").click();
  await expect(dialog).toBeHidden();
  return texts;
}

async function addPasskey(page: Page, name: string): Promise<void> {
  await button(page, "passkey.add").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: label("passkey.name") }).fill(name);
  await dialog.locator("input[type=password]").fill(DEMO_PASSWORD);
  await button(dialog, "passkey.make").click();
}

async function expectSignedIn(page: Page): Promise<void> {
  await page.waitForURL((url) => url.pathname.startsWith("/console") && !url.pathname.endsWith("/sign-in"));
}

test("a passkey: made in the account, signs in alone and after the password, and opens nothing once removed", async ({
  browser,
  server,
  clinic,
}) => {
  test.setTimeout(180_000);
  const page = await openPage(browser);
  const email = emailOf(clinic, "agent");
  const phone = await Authenticator.plugInto(page);
  await signIn(page, server, email);
  await page.goto(`${server.origin}/console/account`);

  await test.step("made, with recovery codes to keep", async () => {
    await addPasskey(page, "Téléphone d'Awa");
    await keepRecoveryCodes(page);
    await expect(page.getByText("Téléphone d'Awa")).toBeVisible();
    expect(await phone.passkeys()).toBe(1);
    await expectAccessible(page, "account, with a passkey");
  });

  await test.step("a second one on the same device is refused by the browser", async () => {
    await addPasskey(page, "Encore");
    await expect(page.getByRole("dialog").getByRole("alert")).toHaveText(label("passkey.known-here"));
    await page.keyboard.press("Escape");
  });

  await test.step("signs in alone", async () => {
    await signOut(page);
    await page.goto(`${server.origin}/console/sign-in`);
    await expectAccessible(page, "sign-in, with passkeys");
    await button(page, "sign-in.passkey").click();
    await expectSignedIn(page);
  });

  await test.step("is asked for after the password; a wrong finger opens nothing", async () => {
    await signOut(page);
    await givePassword(page, server, email);
    await expect(page.getByRole("heading", { name: label("second-factor.title") })).toBeVisible();
    await expectAccessible(page, "second factor");
    await phone.setVerified(false);
    await button(page, "second-factor.passkey").click();
    await expect(page.getByRole("alert")).toHaveText(label("passkey.cancelled"));
    const me = await page.request.get(`${server.origin}/api/v1/auth/me`);
    expect(me.status()).toBe(401);
    await phone.setVerified(true);
    await button(page, "second-factor.passkey").click();
    await expectSignedIn(page);
  });

  await test.step("renamed and removed", async () => {
    await page.goto(`${server.origin}/console/account`);
    await page.getByRole("button", { name: /^Renommer Téléphone/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox").fill("Vieux téléphone");
    await button(dialog, "passkey.rename").click();
    await page.getByRole("button", { name: "Supprimer Vieux téléphone" }).click();
    await dialog.locator("input[type=password]").fill(DEMO_PASSWORD);
    await button(dialog, "passkey.remove").click();
    await expect(page.getByText(label("passkey.empty"))).toBeVisible();
    await signOut(page);
    await page.goto(`${server.origin}/console/sign-in`);
    await button(page, "sign-in.passkey").click();
    await expect(
      page.getByRole("alert").filter({ hasText: words("fr", "common", "refusal.passkey-refused") }),
    ).toBeVisible();
    await signIn(page, server, email);
  });
});

test("an organisation that asks for a second factor leads its manager through setting up an app", async ({
  browser,
  server,
  clinic,
}) => {
  test.setTimeout(180_000);
  const admin = await Api.signIn(server, emailOf(clinic, "admin"));
  await admin.patch(`/tenants/${clinic.tenant}/sign-in-rules`, { require_second_factor: true });
  const page = await openPage(browser);
  const email = emailOf(clinic, "manager");
  await givePassword(page, server, email);
  await page.waitForURL("**/console/second-factor*");
  await expectAccessible(page, "second factor asked for");

  await test.step("no other page opens", async () => {
    await page.goto(`${server.origin}/console/${clinic.tenant}/admin/staff`);
    await page.waitForURL("**/console/second-factor*");
  });

  await button(page, "totp.set-up").click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("input[type=password]").fill(DEMO_PASSWORD);
  await button(dialog, "factors.continue").click();
  const secret = (await dialog.locator("code").textContent()) ?? "";
  await expectAccessible(page, "setting up the app");
  await dialog.getByRole("textbox").fill(totpCode(secret, Date.now()));
  await button(dialog, "totp.confirm").click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await expectAccessible(page, "recovery codes");
  const [paper = ""] = await keepRecoveryCodes(page);
  await button(page, "required.go-on").click();
  await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();

  await test.step("a recovery code signs in when the phone is lost", async () => {
    await signOut(page);
    await givePassword(page, server, email);
    await page.getByRole("textbox", { name: label("second-factor.code") }).fill("000000");
    await button(page, "second-factor.submit").click();
    await expect(page.getByRole("alert")).toHaveText(words("fr", "common", "refusal.code-wrong"));
    await button(page, "second-factor.to-recovery").click();
    await page.getByRole("textbox", { name: label("second-factor.recovery-code") }).fill(paper.toLowerCase());
    await button(page, "second-factor.submit").click();
    await expectSignedIn(page);
  });
});
