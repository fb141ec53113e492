import { Api } from "./support/api.ts";
import { Board } from "./support/board.ts";
import { expect, test } from "./support/test.ts";
import { Visitor } from "./support/visitor.ts";
import { Wire } from "./support/wire.ts";

test("P9, P8: server gone, board and phone say within 8 s that they are not live; 5 s after its return they are right, without a reload", async ({
  browser,
  server,
  clinic,
}) => {
  test.setTimeout(120_000);
  const board = await Board.open(browser, server, Board.displayOf(clinic));
  const visitor = await Visitor.join(browser, server, clinic, "Fatou Sow");
  const agent = await Api.signIn(server, clinic.logins.find(({ role }) => role === "agent")?.email ?? "");
  const queue = clinic.queues[0];
  if (queue === undefined) throw new Error("The demo's shop has a queue");
  await visitor.expectPlace(1);
  const pages = [board.page, visitor.page];
  for (const page of pages) await page.evaluate(() => Object.assign(window, { neverReloaded: true }));

  await server.kill();
  // 8 s without proof, and the moment in which a timer runs and the screen is drawn.
  for (const page of pages) await expect(page.getByTestId("stale")).toBeVisible({ timeout: 9_000 });
  await expect(board.page.locator(".board")).not.toHaveAttribute("data-connection", "live");

  await server.start();
  for (const page of pages) await expect(page.getByTestId("stale")).toBeHidden({ timeout: 5_000 });
  await board.expectLive();
  await agent.post(`/tenants/${clinic.tenant}/queues/${queue.id}/call-next`, { counter: "2" });
  await board.expectLastCall(visitor.number, "2");
  await visitor.expectStatus("called");
  for (const page of pages) expect(await page.evaluate(() => "neverReloaded" in window)).toBe(true);
});

test("P9, P8: the board's cable is pulled for 20 s: it says so within 8 s, and is right 5 s after", async ({
  browser,
  server,
  clinic,
}) => {
  test.setTimeout(120_000);
  await using wire = await Wire.to(server);
  const board = await Board.open(browser, wire, Board.displayOf(clinic));
  const agent = await Api.signIn(server, clinic.logins.find(({ role }) => role === "agent")?.email ?? "");
  const queue = clinic.queues[0];
  if (queue === undefined) throw new Error("The demo's shop has a queue");
  const visitor = await Visitor.join(browser, server, clinic, "Ibrahima Ba");
  await expect(board.page.locator(`[data-testid=waiting][data-queue="${queue.id}"]`)).toHaveAttribute(
    "data-waiting",
    "1",
  );

  wire.cut();
  const cutAt = Date.now();
  await expect(board.page.getByTestId("stale")).toBeVisible({ timeout: 9_000 });
  await agent.post(`/tenants/${clinic.tenant}/queues/${queue.id}/call-next`, { counter: "4" });
  await expect.poll(() => Date.now() - cutAt, { timeout: 25_000 }).toBeGreaterThan(20_000);
  await expect(board.page.getByTestId("stale")).toBeVisible();

  wire.mend();
  await expect(board.page.getByTestId("last-number")).toHaveText(visitor.number, { timeout: 5_000 });
  await expect(board.page.getByTestId("stale")).toBeHidden({ timeout: 5_000 });
  await board.expectLive();
  await board.expectLastCall(visitor.number, "4");
});
