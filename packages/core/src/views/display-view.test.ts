import { describe, expect, test } from "vitest";
import { testDisplay } from "../testing/fixtures.ts";
import { type Run, runCommands, type Step } from "../testing/run-commands.ts";
import { call, joinAll, next, on, shopWith, transfer } from "../testing/steps.ts";
import { viewInput } from "../testing/view-input.ts";
import { displayAccess } from "./display-access.ts";
import { displayTickets } from "./display-tickets.ts";
import { displayView } from "./display-view.ts";

const board = (steps: readonly Step[], queueIds: readonly string[] = ["queue-a"]): Run =>
  runCommands(shopWith([{}, { id: "queue-b", prefix: "B", name: "Pharmacie", rank: 2 }]), [
    { command: { type: "configure-display", display: testDisplay({ queueIds }) } },
    ...steps,
  ]);

const shown = ({ state }: Run): readonly string[] =>
  displayView(viewInput(state), "display-1")?.order.self ?? [];

const minuteOf = (step: Step, minute: number): Step => ({ ...step, now: Date.UTC(2026, 10, 22, 8, minute) });

describe("a board", () => {
  test("lists the newest calls first, a recall as the newest", () => {
    const calls = [...joinAll("a1", "a2"), minuteOf(call("a1", "1"), 1), minuteOf(call("a2", "2"), 2)];
    expect(shown(board(calls))).toEqual(["a2", "a1"]);
    expect(shown(board([...calls, minuteOf(on("a1", "recall-ticket"), 3)]))).toEqual(["a1", "a2"]);
  });

  test("lists at most ten", () => {
    const ids = Array.from({ length: 12 }, (_, n) => `a${n}`);
    expect(shown(board([...joinAll(...ids), ...ids.map((id, n) => call(id, String(n)))]))).toHaveLength(10);
  });

  test.each([
    ["retracted", on("a1", "retract-call")],
    ["transferred", transfer("a1", "queue-b")],
  ])("does not list a %s call", (_, undone) => {
    expect(shown(board([...joinAll("a1"), next("1"), undone], ["queue-a", "queue-b"]))).toEqual([]);
  });

  test("does not list a no-show that returned to the line, but one that did not", () => {
    const gone = [...joinAll("a1"), next("1"), on("a1", "mark-no-show")];
    expect(shown(board(gone))).toEqual(["a1"]);
    expect(shown(board([...gone, on("a1", "return-ticket")]))).toEqual([]);
  });

  test("carries no visitor's name or phone", () => {
    const { state } = board([...joinAll("a1", "a2"), next("1")]);
    const text = JSON.stringify([
      displayView(viewInput(state), "display-1"),
      displayTickets(viewInput(state), "display-1", { now: 0, epoch: "e" }),
    ]);
    expect(text).not.toMatch(/Jane|Smith|77000/);
    expect(text).toContain("Dr. Awa Diop");
  });

  test.each([
    ["none", []],
    ["masked", ["Jane S.", "Jane S."]],
    ["full", ["Jane Smith", "Jane Smith"]],
  ] as const)("security: shows names as its display was set: %s", (visitorNames, names) => {
    const set: Step = { command: { type: "configure-display", display: testDisplay({ visitorNames }) } };
    const input = viewInput(board([...joinAll("a1", "a2"), next("1"), next("2"), set]).state);
    const tickets = Object.values(displayView(input, "display-1")?.tickets ?? {});
    expect(tickets.flatMap(({ visitor_name: name }) => name ?? [])).toEqual(names);
    expect(JSON.stringify(tickets)).not.toMatch(/77000/);
    const erased = displayView({ ...input, people: new Map() }, "display-1");
    expect(JSON.stringify(erased)).not.toMatch(/Jane/);
  });

  test("security: two boards of one shop keep to their own settings", () => {
    const full = testDisplay({ id: "display-2", visitorNames: "full" });
    const { state } = board([
      ...joinAll("a1"),
      next("1"),
      { command: { type: "configure-display", display: full } },
    ]);
    const input = viewInput(state);
    for (const _ of [1, 2]) {
      expect(JSON.stringify(displayView(input, "display-2"))).toMatch(/Jane Smith/);
      expect(JSON.stringify(displayView(input, "display-1"))).not.toMatch(/Jane/);
    }
  });

  test("is open only while it is active and has queues", () => {
    expect(displayAccess(board([]).state, "display-1")).toBe("open");
    expect(displayAccess(board([]).state, "display-9")).toBe("display-unknown");
    expect(displayAccess(board([], []).state, "display-1")).toBe("display-without-queues");
    const off: Step = { command: { type: "configure-display", display: testDisplay({ active: false }) } };
    expect(displayAccess(board([off]).state, "display-1")).toBe("display-inactive");
  });
});

test("the second document's REST body has every field it prints, and what a board that only polls needs", () => {
  const { state } = board([...joinAll("a1", "a2", "a3"), next("12"), next("Box 3")]);
  const body = displayTickets(viewInput(state), "display-1", { now: state.at, epoch: "e1" });
  expect(body).toEqual({
    display: expect.objectContaining({
      id: "display-1",
      name: "Écran Principal",
      type: "main",
      layout: "split",
      theme: { primaryColor: "#0f766e", backgroundColor: "#ffffff", textColor: "#111827", logo: null },
      auto_refresh_seconds: 5,
      show_video: false,
      video_url: null,
      background_image: null,
      custom_message: null,
      secondary_message: null,
      message_position: "bottom",
      ticket_colors: {},
      shop_name: "Clinique Madeleine",
      time_zone: "Africa/Dakar",
    }),
    tickets: [
      expect.objectContaining({ number: "A002", status: "appele", counter: "Box 3" }),
      expect.objectContaining({
        id: "a1",
        number: "A001",
        queue_name: "Consultations",
        queue_id: "queue-a",
        status: "appele",
        called_at: "2026-11-22T08:00:00.000Z",
        counter: 12,
        agent_name: "Dr. Awa Diop",
        calls: 1,
      }),
    ],
    waiting_stats: { "queue-a": 1 },
    queues: [{ id: "queue-a", name: "Consultations", prefix: "A", waiting: 1 }],
    timestamp: "2026-11-22T08:00:00.000Z",
    seq: state.seq,
    epoch: "e1",
  });
});
