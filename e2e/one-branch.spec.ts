import { Board } from "./support/board.ts";
import { Desk } from "./support/desk.ts";
import { expect, test } from "./support/test.ts";
import { PHONE, Visitor } from "./support/visitor.ts";

test("a morning in one branch: phones, console and board tell the same story", async ({
  browser,
  server,
  clinic,
}) => {
  test.setTimeout(120_000);
  const board = await Board.open(browser, server, Board.displayOf(clinic));
  await board.expectSound();
  const first = await Visitor.join(browser, server, clinic, "Aminata Fall");
  const second = await Visitor.join(browser, server, clinic, "Moussa Ndiaye");
  const desk = await Desk.open(browser, server, clinic, "3");

  await test.step("both wait, in the order they came", async () => {
    expect([first.number, second.number]).toEqual(["A001", "A002"]);
    await first.expectPlace(1);
    await second.expectPlace(2);
    await desk.expectLine(["A001", "A002"]);
  });

  await test.step("drag and drop by mouse changes both phones' places", async () => {
    await desk.row("A002").dragTo(desk.row("A001"), { targetPosition: { x: 200, y: 4 } });
    await desk.expectLine(["A002", "A001"]);
    await first.expectPlace(2);
    await second.expectPlace(1);
  });

  await test.step("so does drag and drop by keyboard", async () => {
    await desk.moveFirstByKeyboard("A001");
    await desk.expectLine(["A001", "A002"]);
    await first.expectPlace(1);
    await second.expectPlace(2);
  });

  await test.step("P7: called by one key, the number and the counter are on the board within a second", async () => {
    const shown = board.whenShown("A001");
    const pressedAt = Date.now();
    await desk.press("n");
    expect((await shown) - pressedAt).toBeLessThan(1_000);
    await board.expectLastCall("A001", "3");
    await desk.expectCurrent("A001");
  });

  await test.step("the called phone fills its screen", async () => {
    await first.expectStatus("called");
    const box = await first.page.getByTestId("called").boundingBox();
    expect(box?.width).toBeGreaterThanOrEqual(PHONE.width * 0.95);
    expect(box?.height).toBeGreaterThanOrEqual(PHONE.height * 0.6);
    await expect(first.page.getByTestId("counter")).toContainText("3");
    await second.expectPlace(1);
  });

  await test.step("P10: a recall chimes again, and only once", async () => {
    const chimes = board.page.locator(".board");
    await expect(chimes).toHaveAttribute("data-chimes", "1");
    await expect.poll(() => board.strikes()).toBeGreaterThan(0);
    await expect(board.page.locator(".flash")).toBeHidden({ timeout: 15_000 });
    const struck = await board.strikes();
    await desk.press("r");
    await expect(chimes).toHaveAttribute("data-chimes", "2");
    await expect.poll(() => board.strikes()).toBe(struck * 2);
    await expect(first.page.getByTestId("called")).toHaveAttribute("data-calls", "2");
  });

  await test.step("a transfer keeps the number and changes the queue", async () => {
    await desk.press("t");
    await desk.page.getByRole("dialog").getByRole("button").filter({ hasText: "Pharmacie" }).click();
    await first.expectStatus("waiting");
    await expect(first.page.getByTestId("number")).toHaveText("A001");
    await expect(first.page.getByTestId("queue-name")).toHaveText("Pharmacie");
  });

  await test.step("a visitor leaves, and the console shows it", async () => {
    await expect(desk.row("A002")).toBeVisible();
    await second.leave();
    await second.expectStatus("cancelled");
    await expect(desk.row("A002")).toHaveCount(0);
  });
});
