import { AxeBuilder } from "@axe-core/playwright";
import { Api } from "./support/api.ts";
import { Board } from "./support/board.ts";
import { signIn } from "./support/desk.ts";
import { codeOn, enterCode } from "./support/pairing.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

const admin = (key: string): string => words("fr", "admin", key);

test("P14 a board shows a code, a manager confirms it, the board shows calls; revoked, it is off within 2 s", async ({
  browser,
  server,
  clinic,
}) => {
  const login = clinic.logins.find(({ role }) => role === "manager")?.email ?? "";
  const api = await Api.signIn(server, login);
  const queue = clinic.queues[0];
  if (queue === undefined) throw new Error("The demo's shop has a queue");
  const made = await api.post<{ display: { id: string } }>(
    `/tenants/${clinic.tenant}/shops/${String(clinic.id)}/displays`,
    { name: "Salle du fond", queue_ids: [queue.id], public: false },
  );
  const call = async (): Promise<string> => {
    await api.post(`/tenants/${clinic.tenant}/queues/${queue.id}/tickets`, { full_name: "Awa" });
    const path = `/tenants/${clinic.tenant}/queues/${queue.id}/call-next`;
    return (await api.post<{ ticket: { number: string } }>(path, { counter: "7" })).ticket.number;
  };

  const { page: board } = await Board.unpaired(browser, server, made.display.id);
  const code = await codeOn(board);
  expect((await new AxeBuilder({ page: board }).analyze()).violations).toEqual([]);

  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "fr-SN" });
  const desk = await context.newPage();
  await signIn(desk, server, login);
  await desk.goto(`${server.origin}/console/${clinic.tenant}/admin/devices`);
  await enterCode(desk, code, made.display.id);

  const screen = board.locator(".board");
  await expect(screen).toHaveAttribute("data-connection", "live", { timeout: 10_000 });
  const number = await call();
  await expect(board.getByTestId("last-number")).toHaveText(number);
  await expect(desk.locator("[data-presence]")).toHaveAttribute("data-presence", /here|muted/);
  expect((await new AxeBuilder({ page: desk }).analyze()).violations).toEqual([]);

  await board.reload();
  await expect(screen).toHaveAttribute("data-connection", "live", { timeout: 10_000 });
  await expect(board.getByTestId("last-number")).toHaveText(number);

  await desk
    .getByRole("button", {
      name: words("fr", "admin", "devices.revoke-of").replace("{{name}}", "Salle du fond"),
    })
    .click();
  const gone = board
    .getByTestId("last-number")
    .waitFor({ state: "detached" })
    .then(() => Date.now());
  await desk
    .getByRole("alertdialog")
    .getByRole("button", { name: admin("devices.revoke"), exact: true })
    .click();
  const began = Date.now();
  expect((await gone) - began).toBeLessThan(2_000);
  await expect(board.getByTestId("switched-off")).toBeVisible();
  await expect(desk.getByText(admin("devices.empty"))).toBeVisible();

  // Neither a restart nor the browser's store brings a call back.
  await board.reload();
  await expect(board.getByTestId("switched-off")).toBeVisible();
  expect(await board.evaluate(() => JSON.stringify(localStorage))).not.toContain(number);
  await board.keyboard.press("Enter");
  expect(await codeOn(board)).not.toBe(code);
});

test("a new screen takes the display it is given, by the link of its QR code, and follows when it is moved", async ({
  browser,
  server,
  clinic,
}) => {
  const login = clinic.logins.find(({ role }) => role === "manager")?.email ?? "";
  const api = await Api.signIn(server, login);
  const path = `/tenants/${clinic.tenant}/shops/${String(clinic.id)}/displays`;
  const queue_ids = clinic.queues.map(({ id }) => id);
  const [one, two] = await Promise.all(
    ["Un", "Deux"].map((name) =>
      api.post<{ display: { id: string } }>(path, { name, queue_ids, public: false }),
    ),
  );

  const { page: board } = await Board.unpaired(browser, server, "");
  const code = await codeOn(board);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "fr-SN" });
  const phone = await context.newPage();
  await phone.goto(`${server.origin}/console/pair#code=${code}&display=${one?.display.id ?? ""}`);
  await phone.locator("input[type=email]").fill(login);
  await phone.locator("input[type=password]").fill("a password for tests only");
  expect(phone.url()).not.toContain(code);
  await phone.locator("form button[type=submit]").click();
  const dialog = phone.getByRole("dialog");
  await expect(dialog.getByRole("textbox", { name: admin("devices.code") })).toHaveValue(code);
  await expect(dialog.getByRole("combobox", { name: admin("devices.display") })).toHaveValue(
    one?.display.id ?? "",
  );
  await dialog.getByRole("button", { name: admin("save") }).click();
  await expect(dialog).toBeHidden();
  await expect(board).toHaveTitle(/^Un /, { timeout: 10_000 });

  const { devices } = await api.get<{ devices: readonly { id: string }[] }>(
    `/tenants/${clinic.tenant}/devices`,
  );
  await api.patch(`/tenants/${clinic.tenant}/devices/${devices[0]?.id ?? ""}`, {
    display_id: two?.display.id,
  });
  await expect(board).toHaveTitle(/^Deux /, { timeout: 5_000 });
});
