import type { BoardOnWire } from "@callnext/protocol";
import { expect, test } from "vitest";
import { boardAlarms } from "./board-alarms.ts";

const board = (change: Partial<BoardOnWire> = {}): BoardOnWire => ({
  display_id: "d",
  board: "abcdefgh",
  name: "Hall",
  connected: true,
  silent: false,
  behind: false,
  sound: "on",
  last_seen: "2026-11-22T08:00:00.000Z",
  ...change,
});

const alarms = (...boards: readonly BoardOnWire[]) =>
  boardAlarms({
    boards: Object.fromEntries(boards.map((one) => [`${one.display_id}/${one.board}`, one])),
    calls: {},
  });

test("a board that is there, up to date and audible raises nothing, nor does one that left a moment ago", () => {
  expect(
    alarms(board(), board({ board: "b", connected: false }), board({ board: "c", sound: null })),
  ).toEqual([]);
});

test("a silent board comes first, then one that shows an old state, then one that cannot be heard", () => {
  const found = alarms(
    board({ display_id: "a", name: "A", sound: "blocked" }),
    board({ display_id: "b", name: "B", sound: "off" }),
    board({ display_id: "c", name: "C", behind: true, sound: "blocked" }),
    board({ display_id: "d", name: "D", connected: false, silent: true, behind: true }),
  );
  expect(found.map(({ name, kind }) => [name, kind])).toEqual([
    ["D", "silent"],
    ["C", "behind"],
    ["A", "muted"],
    ["B", "muted"],
  ]);
  expect(found[0]?.lastSeen).toBe(Date.UTC(2026, 10, 22, 8));
});

test("two boards of one display are told apart, and a board that falls silent again is another alarm", () => {
  const first = alarms(board({ silent: true }), board({ board: "zyxwvuts", silent: true }));
  expect(first.map(({ name }) => name)).toEqual(["Hall (abcd)", "Hall (zyxw)"]);
  const again = alarms(board({ silent: true, last_seen: "2026-11-22T09:00:00.000Z" }));
  expect(again[0]?.key).not.toBe(first[0]?.key);
});
