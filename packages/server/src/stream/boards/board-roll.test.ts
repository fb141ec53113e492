import { randomUUID } from "node:crypto";
import type { SeenCall } from "@callnext/protocol";
import { expect, test } from "vitest";
import { manualTimers } from "../testing/manual-timers.ts";
import { Boards } from "./boards.ts";

const open = () => {
  const timers = manualTimers();
  const boards = new Boards({ timers, incarnation: "i" });
  return { timers, boards, roll: () => boards.of(1) };
};

const call = (): SeenCall => ({
  ticket_id: randomUUID(),
  calls: 1,
  drawn_at: "2026-11-22T08:00:00.000Z",
  announced_at: null,
});

test("a board that is away is waited for a day, and one of two sockets of a board may go", () => {
  const { timers, roll } = open();
  const place = roll().enter("d", "left");
  roll().enter("d", "left")?.[Symbol.dispose]();
  expect(roll().boards()).toMatchObject([{ isConnected: true, isSilent: false }]);
  place?.[Symbol.dispose]();
  place?.[Symbol.dispose]();
  timers.advance(24 * 3_600_000);
  expect(roll().boards()).toMatchObject([{ isConnected: false, isSilent: true }]);
  timers.advance(2_000);
  expect(roll().boards()).toEqual([]);
});

test("P16 with nobody there nothing is kept and no timer runs, and the numbering never goes back", () => {
  const { timers, boards, roll } = open();
  const place = roll().enter("d", "left");
  place?.report({ sound: "on", isBehind: false, calls: [call()] });
  place?.[Symbol.dispose]();
  const { seq } = roll();
  timers.advance(25 * 3_600_000);
  expect(timers.waiting).toBe(0);
  expect(boards.of(1).seq).toBeGreaterThan(seq);
  expect(boards.of(1).sightings.all()).toEqual([]);
});

test("P16 the newest 50 calls of a display are remembered", () => {
  const { roll } = open();
  const place = roll().enter("d", "left");
  const calls = Array.from({ length: 70 }, call);
  for (const one of calls) place?.report({ sound: "on", isBehind: false, calls: [one] });
  const kept = roll().sightings.all();
  expect(kept.map(({ ticketId }) => ticketId)).toEqual(calls.slice(20).map(({ ticket_id }) => ticket_id));
});

test("signs of life are news once a minute", () => {
  const { timers, roll } = open();
  const place = roll().enter("d", "left");
  let told = 0;
  roll().listen(() => (told += 1));
  for (let second = 0; second < 120; second += 4) {
    timers.advance(4_000);
    place?.heard();
  }
  expect(told).toBe(2);
});

test("a board that another node serves now is waited for no more", () => {
  const timers = manualTimers();
  const ears = new Set<(note: string) => void>();
  const notes = {
    tell(note: string): void {
      for (const hear of ears) hear(note);
    },
    hear(listener: (note: string) => void): Disposable {
      ears.add(listener);
      return { [Symbol.dispose]: () => void ears.delete(listener) };
    },
  };
  const nodes = ["one", "two"].map((incarnation) => new Boards({ timers, incarnation, notes }));
  const names = (): unknown =>
    nodes.map((node) =>
      node
        .of(1)
        .boards()
        .map(({ board }) => board),
    );
  const [one, two] = nodes;
  const left = one?.of(1).enter("d", "left");
  one?.of(1).enter("d", "right")?.[Symbol.dispose]();
  expect(names()).toEqual([["left", "right"], []]);
  two?.of(1).enter("d", "right");
  expect(names()).toEqual([["left"], ["right"]]);
  // The old socket may be dead without this node knowing; if it is not, it says so.
  two?.of(1).enter("d", "left");
  expect(names()).toEqual([[], ["right", "left"]]);
  left?.heard();
  expect(names()).toEqual([["left"], ["right", "left"]]);
  two?.of(1).enter("d", "left");
  left?.[Symbol.dispose]();
  expect(names()).toEqual([[], ["right", "left"]]);
});
