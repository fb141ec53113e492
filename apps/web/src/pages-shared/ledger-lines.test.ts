import type { PlaceChangeOnWire } from "@callnext/protocol";
import { expect, test } from "vitest";
import { ledgerLines } from "./ledger-lines.ts";

const moved = (from: number, to: number, cause: "call" | "precedence"): PlaceChangeOnWire => ({
  kind: "moved",
  at: `2026-11-22T08:0${to}:00Z`,
  queue_name: "A",
  from,
  to,
  parts: [{ cause, change: to - from }],
});

test("[L1] what others did in a row is one line; the newest stands first", () => {
  const joined: PlaceChangeOnWire = {
    kind: "entered",
    at: "2026-11-22T08:00:00Z",
    queue_name: "A",
    why: "joined",
    to: 4,
  };
  const lines = ledgerLines([joined, moved(4, 3, "call"), moved(3, 2, "call"), moved(2, 3, "precedence")]);
  expect(lines).toEqual([
    {
      kind: "others",
      cause: "precedence",
      count: 1,
      forward: false,
      at: "2026-11-22T08:03:00Z",
      place: 3,
    },
    { kind: "others", cause: "call", count: 2, forward: true, at: "2026-11-22T08:02:00Z", place: 2 },
    { kind: "own", what: "joined", at: "2026-11-22T08:00:00Z", place: 4 },
  ]);
});

test("a change with two causes is two lines", () => {
  const [newest, older] = ledgerLines([
    {
      kind: "moved",
      at: "2026-11-22T08:00:00Z",
      queue_name: "A",
      from: 3,
      to: 3 - 1 + 2,
      parts: [
        { cause: "call", change: -1 },
        { cause: "turn", change: 2, rule: "ratio" },
      ],
    },
  ]);
  expect(newest).toMatchObject({ cause: "turn", count: 2, forward: false });
  expect(older).toMatchObject({ cause: "call", count: 1, forward: true });
});
