import { once } from "node:events";
import { createServer } from "node:http";
import { expectAccessible } from "./support/accessible.ts";
import { demoClinic } from "./support/api.ts";
import { signIn } from "./support/desk.ts";
import { freePort } from "./support/free-port.ts";
import { TestServer } from "./support/server.ts";
import { expect, test } from "./support/test.ts";

test("an administrator has another server told, tries it out and sees how it went", async ({ page }) => {
  test.setTimeout(120_000);
  const types: string[] = [];
  const receiver = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      types.push((JSON.parse(body) as { type: string }).type);
      response.writeHead(204).end();
    });
  });
  const port = await freePort();
  receiver.listen(port, "127.0.0.1");
  await once(receiver, "listening");
  const origin = `http://127.0.0.1:${String(port)}`;
  await using server = await TestServer.start({ CALLNEXT_OUTBOUND_ORIGINS: origin });
  const clinic = await demoClinic(server);
  const admin = clinic.logins.find(({ role }) => role === "admin")?.email ?? "";
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page, server, admin);
  await page.goto(`${server.origin}/console/${clinic.tenant}/admin/webhooks`);

  await page
    .getByRole("button", { name: /webhook/i })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("input[type=url]").fill("https://127.0.0.1/inside");
  await dialog.locator("button[type=submit]").click();
  await expect(dialog.locator("input[type=url]")).toHaveAttribute("aria-invalid", "true");
  await dialog.locator("input[type=url]").fill(`${origin}/hook`);
  await expectAccessible(page, "new webhook");
  await dialog.locator("button[type=submit]").click();
  await expect(dialog.getByText(/^whsec_/)).toBeVisible();
  await dialog.getByRole("button").last().click();

  const row = page.getByRole("listitem").filter({ hasText: `${origin}/hook` });
  await row.getByRole("button").first().click();
  await dialog.getByRole("button").filter({ hasText: /test/i }).click();
  await expect(dialog.getByRole("listitem")).toHaveCount(1);
  expect(types).toEqual(["test"]);
  await expectAccessible(page, "deliveries");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expectAccessible(page, "webhooks");
  receiver.closeAllConnections();
  receiver.close();
});
