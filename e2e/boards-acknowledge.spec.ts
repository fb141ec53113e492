import { Api } from "./support/api.ts";
import { Board } from "./support/board.ts";
import { Desk } from "./support/desk.ts";
import { expect, test } from "./support/test.ts";

test("P9: the desk sees on how many boards a call was shown, and that a board fell silent", async ({
  browser,
  server,
  clinic,
}) => {
  test.setTimeout(120_000);
  await Board.open(browser, server, Board.displayOf(clinic));
  const entrance = await Board.open(browser, server, Board.displayOf(clinic));
  const agent = await Api.signIn(server, clinic.logins.find(({ role }) => role === "agent")?.email ?? "");
  const queue = clinic.queues[0];
  if (queue === undefined) throw new Error("The demo's shop has a queue");
  for (const full_name of ["Awa", "Binta", "Cheikh"])
    await agent.post(`/tenants/${clinic.tenant}/queues/${queue.id}/tickets`, { full_name });
  const desk = await Desk.open(browser, server, clinic, "7");
  const alarms = desk.page.locator("[data-board-alarm]");
  const shownOn = desk.page.locator("[data-shown-on]");
  await expect(alarms).toHaveCount(0);

  await desk.press("n");
  await desk.expectCurrent(`${queue.prefix}001`);
  await expect(shownOn).toHaveAttribute("data-shown-on", "2/2", { timeout: 3_000 });

  await entrance.page.close();
  await expect(alarms).toHaveAttribute("data-board-alarm", "silent", { timeout: 12_000 });
  await desk.press("r");
  await expect(shownOn).toHaveAttribute("data-shown-on", "1/1", { timeout: 3_000 });
  await alarms.getByRole("button").click();
  await expect(alarms).toHaveCount(0);
});
