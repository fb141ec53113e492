import { expect, test } from "vitest";
import type { BoardFrame } from "../actors/board-client.ts";
import { checkRestoredBoard } from "./check-restored-board.ts";
import { plantedLog } from "./planted-log.ts";

const log = plantedLog([
  ["ticket-issued", "a"],
  ["ticket-called", "a"],
  ["ticket-issued", "b"],
  ["ticket-called", "b"],
]);
const rules = { log, restoredAt: 2 };

const frame = (message: object): BoardFrame => ({ at: 0, connection: 1, text: JSON.stringify(message) });
const call = (id: string, seq: number, epoch = log.epoch): BoardFrame =>
  frame({ type: "ticket_called", ticket: { id, calls: 1 }, seq, epoch });
const old = call("lost", 3, "the epoch before");
const refresh = frame({ type: "refresh", seq: 2, epoch: log.epoch });
const pong = frame({ type: "pong" });

test("a board that was sent to fetch everything and told of what followed is right", () => {
  expect(checkRestoredBoard("board", [old, pong, refresh, call("b", 4), pong], rules)).toEqual([]);
});

test.each([
  ["never heard of the new epoch", [old]],
  ["the new epoch began with ticket_called, not refresh", [old, call("b", 4)]],
  ["the old epoch the epoch before after the new one", [refresh, old, call("b", 4)]],
  ["missed b call 1", [old, refresh]],
  ["told of a call 1, which is from before", [old, refresh, call("a", 2), call("b", 4)]],
  ["told twice of b call 1", [refresh, call("b", 4), call("b", 4)]],
])("seen red: %s", (what, history) => {
  expect(checkRestoredBoard("board", history, rules)).toContain(`board: ${what}`);
});
