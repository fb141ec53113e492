import { expect, test } from "vitest";
import type { BoardFrame } from "../actors/board-client.ts";
import { checkBoard } from "./check-boards.ts";
import { plantedLog } from "./planted-log.ts";

// Seqs 2, 3, 5 and 6 are calls and recalls.
const log = plantedLog([
  ["ticket-issued", "a"],
  ["ticket-called", "a"],
  ["ticket-recalled", "a"],
  ["ticket-issued", "b"],
  ["ticket-called", "b"],
  ["ticket-recalled", "a"],
]);
const { epoch } = log;

const frame = (connection: number, message: object): BoardFrame => ({
  at: 0,
  connection,
  text: JSON.stringify(message),
});
const connected = (connection: number): BoardFrame =>
  frame(connection, { type: "connection", status: "connected" });
const refresh = (connection: number, seq: number): BoardFrame =>
  frame(connection, { type: "refresh", seq, epoch });
const called = (connection: number, seq: number, id: string, calls: number): BoardFrame =>
  frame(connection, { type: "ticket_called", ticket: { id, calls }, seq, epoch });

const honest: readonly BoardFrame[] = [
  connected(1),
  refresh(1, 1),
  called(1, 2, "a", 1),
  connected(2),
  called(2, 3, "a", 2),
  called(2, 5, "b", 1),
  called(2, 6, "a", 3),
];
const without = (place: number): readonly BoardFrame[] => honest.filter((_, index) => index !== place);
const check = (history: readonly BoardFrame[]): readonly string[] => checkBoard("board", history, log);

test("a board that was told of everything once and in order is found well", () => {
  expect(check(honest)).toEqual([]);
});

test("what came before the first refresh is not due", () => {
  expect(check([connected(1), refresh(1, 5), called(1, 6, "a", 3)])).toEqual([]);
});

test("a dropped call is missed, also where its number was called again later", () => {
  expect(check(without(4))).toEqual(["board: missed a call 2"]);
  expect(check(without(6))).toEqual(["board: missed a call 3"]);
});

test("a call that comes again after reconnecting is found", () => {
  const twice = [...honest.slice(0, 4), called(2, 2, "a", 1), ...honest.slice(4)];
  expect(check(twice)).toContain("board: told 2 times of a call 1");
});

test("swapped calls are found", () => {
  const swapped = [...honest.slice(0, 4), honest[5], honest[4], honest[6]].filter(
    (told) => told !== undefined,
  );
  expect(check(swapped)).toEqual(["board: seq 3 after 5"]);
});

test("a refresh in the place of what was missed is found", () => {
  const lazy = [...honest.slice(0, 4), refresh(2, 6)];
  expect(check(lazy)).toContain("board: a refresh instead of what it missed, on connection 2");
});

test("a call that never happened, a seq from the future and a foreign epoch are found", () => {
  expect(check([...honest, called(2, 7, "c", 1)])).toEqual([
    "board: told of c call 1, which never happened since it connected",
    "board: seq 7 is above the log's 6",
  ]);
  const foreign = frame(2, {
    type: "ticket_updated",
    ticket: { id: "a", calls: 3 },
    seq: 6.5,
    epoch: "other",
  });
  expect(check([...honest, foreign])).toContain("board: a foreign epoch, other");
});

test("a board that nothing was said to is not well", () => {
  expect(check([connected(1)])).toEqual(["board: no refresh on connecting"]);
});
