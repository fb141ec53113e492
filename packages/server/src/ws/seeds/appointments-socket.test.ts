import { randomUUID } from "node:crypto";
import { appointmentsSocketDown, queuePageUpdate } from "@callnext/protocol";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { book, openBooking, PROVIDER, SERVICE } from "../testing/booked-shop.ts";
import {
  AGENT,
  join,
  openSocketServer,
  OTHER_AGENT,
  run,
  type SocketServer,
} from "../testing/socket-server.ts";
import { connect, type TestClient } from "../testing/test-client.ts";
import { QUEUE_A } from "../testing/test-shops.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let server: SocketServer;
let soon: number;
beforeEach(async () => {
  server = await openSocketServer();
  await openBooking(server.runtime);
  soon = Math.ceil((Date.now() + 30 * MINUTE) / MINUTE) * MINUTE;
});
afterEach(() => server[Symbol.asyncDispose]());

const staff = { headers: { authorization: `Bearer ${AGENT}` } };
const open = (options: object = {}): Promise<TestClient> =>
  connect(`${server.url}/ws/appointments/1/`, options);

describe("/ws/appointments/{shop_id}/ for a client of the first document", () => {
  test("tells a booking by new_appointment and then the whole list, and each change by the list", async () => {
    const { runtime } = server;
    await using client = await open(staff);
    expect(await client.next()).toMatchObject({ type: "appointment_update", appointments: [] });
    await book(runtime, 5, soon);
    const told = {
      id: 5,
      shop_id: 1,
      business_id: 1,
      status: "scheduled",
      appointment_time: new Date(soon).toISOString(),
      end_time: new Date(soon + 30 * MINUTE).toISOString(),
      full_name: "Jane Smith",
      phone_number: "+221770000000",
      email: "jane@smith.example",
      notes: "Short",
      number_of_people: 2,
      service_id: SERVICE,
      service: { id: SERVICE, name: "Cut", duration: 30 },
      provider_id: PROVIDER,
      provider_name: "Dr. Awa Diop",
      barber_id: 7,
      barber: { id: 7, full_name: "Dr. Awa Diop" },
      employee_id: 7,
      ticket_id: null,
      on_my_way: null,
    };
    const booked = await client.next();
    expect(booked).toMatchObject({ type: "new_appointment", appointment: told });
    // Of two frames for one event only the last has the seq.
    expect(booked).not.toHaveProperty("seq");
    const update = await client.next();
    expect(update).toMatchObject({ type: "appointment_update", appointments: [told], epoch: runtime.epoch });
    expect(update["seq"]).toBe((await runtime.snapshot(1))?.state.seq);

    const ticketId = randomUUID();
    await run(runtime, { type: "say-on-my-way", appointmentId: 5 });
    expect(await client.next()).toMatchObject({ appointments: [{ on_my_way: expect.any(String) }] });
    await run(runtime, { type: "check-in-appointment", appointmentId: 5, ticketId });
    expect(await client.next()).toMatchObject({
      appointments: [{ status: "checked_in", ticket_id: ticketId, ticket_number: "A001" }],
    });
    await run(runtime, { type: "call-ticket", ticketId, counter: "1" });
    await run(runtime, { type: "start-service", ticketId });
    await run(runtime, { type: "complete-ticket", ticketId });
    expect(await client.next()).toMatchObject({ appointments: [{ status: "completed" }] });
    for (const frame of client.frames) appointmentsSocketDown.parse(frame);
  });

  test("what happens in the queue is nothing to it, nor are holds", async () => {
    const { runtime } = server;
    await using client = await open();
    await client.next();
    await book(runtime, 6, soon, { type: "hold-slot" });
    for (let count = 0; count < 3; count += 1) await join(runtime, QUEUE_A);
    await book(runtime, 7, soon);
    // The next thing it hears of is the booking; the hold beside it stays unnamed.
    expect(await client.next()).toMatchObject({ type: "new_appointment", appointment: { id: 7 } });
    expect(await client.next()).toMatchObject({ appointments: [{ id: 7 }] });
    await book(runtime, 6, soon);
    expect(await client.next()).toMatchObject({ type: "new_appointment", appointment: { id: 6 } });
  });

  test("security: without a staff session of the tenant names are masked and the rest is null", async () => {
    await book(server.runtime, 5, soon);
    const masked = { full_name: "Jane S.", phone_number: null, email: null, notes: null };
    for (const options of [{}, { headers: { authorization: `Bearer ${OTHER_AGENT}` } }]) {
      await using client = await open(options);
      expect(await client.next()).toMatchObject({ appointments: [masked] });
    }
    await using client = await open();
    await client.next();
    await book(server.runtime, 8, soon);
    expect(await client.next()).toMatchObject({ type: "new_appointment", appointment: masked });
  });

  test("security: a shop with public names shows names to all, and nothing else of anybody", async () => {
    await openBooking(server.runtime, 2);
    await book(server.runtime, 5, soon, { shopId: 2 });
    await using client = await connect(`${server.url}/ws/appointments/2/`);
    const shown = { full_name: "Jane Smith", phone_number: null, email: null, notes: null };
    expect(await client.next()).toMatchObject({ appointments: [shown] });
  });

  test("lists today and the seven days after, by time, and no more than 500", async () => {
    const { runtime } = server;
    await book(runtime, 1, soon + 6 * DAY);
    await book(runtime, 2, soon);
    await book(runtime, 3, soon + 20 * DAY);
    await using client = await open();
    expect(await client.next()).toMatchObject({ appointments: [{ id: 2 }, { id: 1 }] });
    for (let id = 10; id < 520; id += 1) await book(runtime, id, soon + DAY + id * 8 * MINUTE);
    await using late = await open();
    const { appointments } = (await late.next()) as unknown as { appointments: { id: number }[] };
    expect(appointments).toHaveLength(500);
    expect(appointments.map(({ id }) => id).slice(0, 3)).toEqual([2, 10, 11]);
  });

  test("whoever comes between a booking and its telling does not keep it from the others", async () => {
    const { runtime } = server;
    await using early = await open();
    await early.next();
    await book(runtime, 1, soon);
    await early.next("appointment_update");
    // Within the pause after that.
    await book(runtime, 2, soon);
    await using late = await open();
    expect(await late.next()).toMatchObject({ appointments: [{ id: 1 }, { id: 2 }] });
    expect(await early.next()).toMatchObject({ type: "new_appointment", appointment: { id: 2 } });
    expect(await early.next()).toMatchObject({ appointments: [{ id: 1 }, { id: 2 }] });
  });

  test("a place in the log is answered by the newest list", async () => {
    await book(server.runtime, 5, soon);
    await using client = await connect(
      `${server.url}/ws/appointments/1?epoch=${server.runtime.epoch}&since=2`,
    );
    expect(await client.next()).toMatchObject({ type: "appointment_update", appointments: [{ id: 5 }] });
  });
});

test("the queue's page has the appointments beside it, and marks the tickets that came from them", async () => {
  const { runtime, url } = server;
  await book(runtime, 5, soon);
  await join(runtime, QUEUE_A, "John Doe");
  await run(runtime, { type: "check-in-appointment", appointmentId: 5, ticketId: randomUUID() });
  await using page = await connect(`${url}/ws/queue/1`, staff);
  const time = new Date(soon).toISOString();
  expect(queuePageUpdate.parse(await page.next())).toMatchObject({
    appointments: [{ id: 5, status: "checked_in" }],
    queue: [
      { name: "John Doe", type: "walk_in", appointment_time: null },
      { name: "Jane Smith", type: "appointment", appointment_time: time },
    ],
    queue_items: [
      { notes: null, barber_id: null },
      { notes: "Short", appointment_id: 5, appointment_time: time, barber_id: 7 },
    ],
  });
  await using stranger = await connect(`${url}/ws/queue/1`);
  expect(await stranger.next()).toMatchObject({ queue_items: [{}, { full_name: "Jane S.", notes: null }] });
});
