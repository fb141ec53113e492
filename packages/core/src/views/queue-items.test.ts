import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOpenTicket } from "../queue/ticket-status.ts";
import { arbitraryShop } from "../testing/arbitrary-shop.ts";
import { arbitrarySteps } from "../testing/arbitrary-steps.ts";
import { runCommands } from "../testing/run-commands.ts";
import { at, join, joinAll, next, on, shopWith } from "../testing/steps.ts";
import { viewInput } from "../testing/view-input.ts";
import { queueItems } from "./queue-items.ts";
import { queuePage } from "./queue-page.ts";

const morning = (steps: Parameters<typeof runCommands>[1], names = false) =>
  viewInput(
    runCommands(shopWith([{}, { id: "queue-b", prefix: "B", rank: 0 }], { publicNames: names }), steps).state,
  );

describe("the first document's items", () => {
  test("hold every open ticket once, with positions 1..n in each queue", () => {
    fc.assert(
      fc.property(arbitraryShop, arbitrarySteps(40), (shop, steps) => {
        const { state } = runCommands(shop, steps);
        const items = queueItems(viewInput(state), { masked: true });
        const open = [...state.tickets.values()].filter(isOpenTicket);
        expect(items.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(
          open.map(({ entry }) => entry).toSorted((a, b) => a - b),
        );
        for (const queueId of state.queues.keys()) {
          const positions = items
            .filter((item) => item.queue_id === queueId)
            .map((item) => item.position_in_queue);
          expect(positions).toEqual(positions.map((_, index) => index + 1));
        }
      }),
      { numRuns: 40 },
    );
  });

  test("come by rank of the queue, and in a queue those called, by time of call, before the line", () => {
    const input = morning([
      ...joinAll("a1", "a2", "a3", "a4"),
      join("b1", { queueId: "queue-b" }),
      at(1, { type: "call-ticket", ticketId: "a3", counter: "1" }),
      at(2, { type: "call-ticket", ticketId: "a2", counter: "2" }),
    ]);
    const items = queueItems(input, { masked: false });
    expect(items.map((item) => [item.ticket_id, item.position_in_queue, item.status])).toEqual([
      ["b1", 1, "CHECKED_IN"],
      ["a3", 1, "ARRIVED"],
      ["a2", 2, "ARRIVED"],
      ["a1", 3, "CHECKED_IN"],
      ["a4", 4, "CHECKED_IN"],
    ]);
  });

  test("say when somebody who waits is likely to be called; absent times are null", () => {
    const [called, waiting] = queueItems(morning([...joinAll("a1", "a2"), next("1")]), { masked: false });
    expect(called).toMatchObject({
      estimated_service_time: null,
      service_start_time: null,
      service_end_time: null,
    });
    expect(waiting?.estimated_service_time).toMatch(/^2026-11-22T\d\d:\d\d:00\.000Z$/);
  });

  test("name the agent in both of the document's words", () => {
    const [item] = queueItems(morning([...joinAll("a1"), next("1"), on("a1", "start-service")]), {
      masked: true,
    });
    const agent = { id: 7, full_name: "Dr. Awa Diop" };
    expect(item).toMatchObject({
      status: "IN_SERVICE",
      barber_id: 7,
      barber: agent,
      employee_id: 7,
      employee: agent,
    });
  });

  test("are masked without a staff session: names cut short, never a phone number", () => {
    const [item] = queueItems(morning(joinAll("a1")), { masked: true });
    expect(item).toMatchObject({ full_name: "Jane S.", phone_number: null });
    const [full] = queueItems(morning(joinAll("a1")), { masked: false });
    expect(full).toMatchObject({ full_name: "Jane Smith", phone_number: "+221770000000" });
  });

  test("show full names to all where the shop wants it, but still no phone number", () => {
    const [item] = queueItems(morning(joinAll("a1"), true), { masked: true });
    expect(item).toMatchObject({ full_name: "Jane Smith", phone_number: null });
  });

  test("carry the ticket's number where nobody gave a name", () => {
    const input = { ...morning(joinAll("a1")), people: new Map() };
    expect(queueItems(input, { masked: false })[0]?.full_name).toBe("A001");
  });
});

test("the page beside the items lists who is done, and everyone by place in the shop", () => {
  const input = morning([
    ...joinAll("a1", "a2"),
    next("1"),
    on("a1", "start-service"),
    on("a1", "complete-ticket"),
  ]);
  const items = queueItems(input, { masked: true });
  expect(queuePage(input, items, { masked: true }, input.state.at)).toMatchObject({
    appointments: [],
    completed_items: [{ ticket_number: "A001", status: "COMPLETED", full_name: "Jane S." }],
    shop_id: 1,
    shop_name: "Clinique Madeleine",
    business_id: 1,
    business_name: "Clinique Madeleine",
    current_time: "2026-11-22T08:00:00.000Z",
    queue: [
      {
        name: "Jane S.",
        type: "walk_in",
        service: null,
        position: 1,
        estimated_duration: null,
        number_of_people: 1,
        calculated_position: 1,
        appointment_time: null,
      },
    ],
  });
});
