import type { DisplayTicket } from "@callnext/protocol";
import { expect, test } from "vitest";
import { boardId } from "./board-id.ts";
import { Sightings } from "./sightings.ts";

const ticket = (id: string, calls: number): DisplayTicket => ({
  id,
  number: id,
  queue_name: "Q",
  queue_id: "q",
  status: "appele",
  called_at: null,
  counter: 1,
  agent_name: null,
  calls,
});

test("each call is told once when it is drawn, a recall anew, and its chime as a change of what was told", () => {
  const sightings = new Sightings();
  expect(sightings.drawn([ticket("a", 1), ticket("b", 0)], 1_000)).toEqual([
    { ticket_id: "a", calls: 1, drawn_at: "1970-01-01T00:00:01.000Z", announced_at: null },
  ]);
  expect(sightings.drawn([ticket("a", 1)], 2_000)).toEqual([]);
  expect(sightings.announced(ticket("a", 1), 3_000)).toEqual([
    {
      ticket_id: "a",
      calls: 1,
      drawn_at: "1970-01-01T00:00:01.000Z",
      announced_at: "1970-01-01T00:00:03.000Z",
    },
  ]);
  expect(sightings.drawn([ticket("a", 1)], 4_000)).toEqual([]);
  expect(sightings.drawn([ticket("a", 2)], 5_000)).toMatchObject([{ calls: 2, announced_at: null }]);
});

const storage = (items: Record<string, string>): Storage => ({
  length: 0,
  clear: () => undefined,
  key: () => null,
  removeItem: () => undefined,
  getItem: (key) => items[key] ?? null,
  setItem: (key, value) => {
    items[key] = value;
  },
});

test("a browser keeps its board's name, makes a new one for a broken one, and has none where it cannot keep it", () => {
  const items: Record<string, string> = {};
  const name = boardId(storage(items), () => 0.5);
  expect(name).toMatch(/^[a-z2-9]{16}$/);
  expect(boardId(storage(items), () => 0.9)).toBe(name);
  for (const key of Object.keys(items)) items[key] = "<broken>";
  expect(boardId(storage(items), () => 0.9)).toMatch(/^[a-z2-9]{16}$/);
  expect(boardId(null, () => 0.5)).toBeNull();
});
