import { expect, test } from "vitest";
import { runCommands } from "../testing/run-commands.ts";
import { joinAll, next, shopWith } from "../testing/steps.ts";
import { viewInput } from "../testing/view-input.ts";
import { publicView } from "./public-view.ts";

test("the public view shows numbers, order and waits, and nobody's name", () => {
  const { state } = runCommands(shopWith(), [...joinAll("a1", "a2", "a3"), next("4")]);
  const view = publicView(viewInput(state));
  expect(view.queues["queue-a"]).toMatchObject({ line: ["A002", "A003"] });
  expect(view.queues["queue-a"]?.waits).toHaveLength(3);
  expect(view.calls).toEqual({
    A001: {
      number: "A001",
      queue_id: "queue-a",
      status: "called",
      counter: "4",
      calls: 1,
      called_at: "2026-11-22T08:00:00.000Z",
    },
  });
  // Ids of tickets open the visitor's own page; they are not for the room.
  expect(JSON.stringify(view)).not.toMatch(/Jane|Smith|77000|"a1"|Awa/);
});
