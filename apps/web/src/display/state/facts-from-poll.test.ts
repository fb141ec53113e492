import { describe, expect, it } from "vitest";
import { factsFromPoll, type PolledBoard } from "./facts-from-poll.ts";

const answer: PolledBoard = {
  display: {
    id: "d",
    name: "Board",
    layout: "grid",
    theme: { primaryColor: "#000", backgroundColor: "#fff", textColor: "#000", logo: null },
  },
  tickets: [
    {
      id: "t",
      number: "A001",
      queue_name: "Consultations",
      queue_id: "q",
      status: "appele",
      called_at: null,
      counter: 3,
      agent_name: null,
    },
  ],
  waiting_stats: { q: 2 },
  timestamp: "2026-11-22T14:00:00Z",
  seq: 7,
  epoch: "e",
};

describe("factsFromPoll", () => {
  it("reads the documented answer alone", () => {
    const facts = factsFromPoll(answer, null);
    expect(facts.queues).toEqual([{ id: "q", name: "Consultations", prefix: "", waiting: 2 }]);
    expect(facts.tickets[0]?.calls).toBe(1);
    expect(facts.settings.auto_refresh_seconds).toBe(5);
  });
  it("keeps what it knew where the answer is silent", () => {
    const before = factsFromPoll(
      {
        ...answer,
        display: { ...answer.display, shop_slug: "plateau", time_zone: "Africa/Dakar" },
        queues: [{ id: "q", name: "C", prefix: "A", waiting: 9 }],
      },
      null,
    );
    const facts = factsFromPoll({ ...answer, tickets: [] }, before);
    expect(facts.settings).toMatchObject({ shop_slug: "plateau", time_zone: "Africa/Dakar" });
    expect(facts.queues).toEqual([{ id: "q", name: "C", prefix: "A", waiting: 2 }]);
  });
  it("mentions each ticket once and ten at most", () => {
    const [first] = answer.tickets;
    const many =
      first === undefined
        ? []
        : Array.from({ length: 15 }, (_, n) => ({ ...first, id: `t${Math.floor(n / 1.2)}` }));
    const ids = factsFromPoll({ ...answer, tickets: many }, null).tickets.map((ticket) => ticket.id);
    expect(ids).toHaveLength(10);
    expect(new Set(ids).size).toBe(10);
  });
});
