import { randomUUID } from "node:crypto";
import type { AppointmentId, Command } from "@callnext/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nextAppointmentId } from "../storage/next-appointment-id.ts";
import { tenantQueries } from "../storage/tenant-queries.ts";
import { openTestDatabase, type TestDatabase } from "../storage/testing/test-database.ts";
import type { RunningShopRuntime } from "./create-shop-runtime.ts";
import { loadShop } from "./load-shop.ts";
import type { CommandOutcome } from "./shop-runtime.ts";
import { allEvents, done, foldAll, openNode, submit } from "./testing/test-shop.ts";
import { book, booking, makeSalon, type TestSalon } from "./testing/test-salon.ts";

const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;
const DAY = 24 * 60 * MINUTE;
/** Ten in the morning, ahead of the clock by which the shops are made. */
const MORNING = Math.ceil(Date.now() / DAY) * DAY + 10 * 60 * MINUTE;
const VISITOR = { kind: "visitor" } as const;
const JANE = { fullName: "Jane Smith", phone: "+221770000001", email: "jane@smith.example", notes: "Short" };

let database: TestDatabase;
let one: RunningShopRuntime;
let two: RunningShopRuntime;
let clock = MORNING;

beforeAll(async () => {
  database = await openTestDatabase();
  const now = (): number => clock;
  one = openNode(database, { now });
  two = openNode(database, { now });
}, 60_000);

afterAll(async () => {
  await one[Symbol.asyncDispose]();
  await two[Symbol.asyncDispose]();
  await database.close();
});

const codeOf = (outcome: CommandOutcome): string => (outcome.ok ? "ok" : outcome.refusal.code);

const count = (outcomes: readonly CommandOutcome[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const code of outcomes.map(codeOf)) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};

interface StoredRow {
  readonly id: AppointmentId;
  readonly status: string;
  readonly live: boolean;
}

async function rowsOf({ shopId }: TestSalon): Promise<readonly StoredRow[]> {
  const text = "select id, status, live from appointments where shop_id = $1 order by id";
  return (await database.owner.query<StoredRow>(text, [shopId])).rows;
}

/** Pairs of the salon's appointments that have one lane at the same time. */
async function overlaps({ shopId }: TestSalon): Promise<number> {
  const taken = "in ('held', 'scheduled', 'checked_in')";
  const answer = await database.owner.query<{ pairs: number }>(
    `select count(*)::integer as pairs from appointments a join appointments b
      on a.shop_id = b.shop_id and a.provider_id = b.provider_id and a.lane = b.lane and a.id < b.id
        and a.during && b.during
      where a.shop_id = $1 and a.status ${taken} and b.status ${taken}`,
    [shopId],
  );
  return answer.rows[0]?.pairs ?? -1;
}

async function expectRowsMatch({ tenantId, shopId }: TestSalon): Promise<void> {
  const loaded = await loadShop(tenantQueries(database.pool, tenantId), shopId);
  const snapshot = await one.freshSnapshot(shopId);
  expect(loaded?.snapshot.state).toEqual(foldAll(await allEvents(one, shopId)));
  expect(loaded?.snapshot.state).toEqual(snapshot?.state);
  expect(loaded?.snapshot.bookers).toEqual(snapshot?.bookers);
  expect(loaded?.snapshot.people).toEqual(snapshot?.people);
}

describe("P4 one slot is given once", () => {
  it("of 200 bookings of one slot at the same time, on two nodes, exactly one succeeds", async () => {
    const salon = await makeSalon(database, one);
    const commands = await Promise.all(
      Array.from({ length: 200 }, () => booking(database, salon, MORNING + DAY)),
    );
    const outcomes = await Promise.all(
      commands.map((command, index) =>
        submit(index % 2 === 0 ? one : two, { shopId: salon.shopId, by: VISITOR, command, person: JANE }),
      ),
    );
    expect(count(outcomes)).toEqual({ ok: 1, "slot-taken": 199 });
    expect(await rowsOf(salon)).toMatchObject([{ status: "scheduled", live: true }]);
    const bookers = await database.owner.query("select from bookers where shop_id = $1", [salon.shopId]);
    expect(bookers.rowCount).toBe(1);
    await expectRowsMatch(salon);
  });

  it("a provider with three lanes takes three at a time", async () => {
    const salon = await makeSalon(database, one, { lanes: 3 });
    const commands = await Promise.all(
      Array.from({ length: 12 }, () => booking(database, salon, MORNING + DAY)),
    );
    const outcomes = await Promise.all(
      commands.map((command) => submit(one, { shopId: salon.shopId, by: VISITOR, command })),
    );
    expect(count(outcomes)).toEqual({ ok: 3, "slot-taken": 9 });
    expect(await overlaps(salon)).toBe(0);
  });

  it("the table refuses an overlap that no command made, and takes what only touches", async () => {
    const salon = await makeSalon(database, one);
    const booked = await done(one, {
      shopId: salon.shopId,
      command: await booking(database, salon, MORNING + DAY),
    });
    const insert = `insert into appointments
      (id, tenant_id, shop_id, provider_id, lane, status, during, starts_at, ends_at, updated_at, live, body)
      select $1, tenant_id, shop_id, provider_id, lane, $2, tstzrange(lower(during) + $3, upper(during) + $3),
        starts_at, ends_at, updated_at, live, body from appointments where id = $4`;
    const place = async (status: string, minutes: number): Promise<string> => {
      const values = [
        await nextAppointmentId(database.db),
        status,
        `${minutes} minutes`,
        booked.appointment?.id,
      ];
      return await database.owner.query(insert, values).then(
        () => "taken",
        (error: unknown) => String(error),
      );
    };
    for (const status of ["held", "scheduled", "checked_in"])
      expect(await place(status, 20)).toContain("appointments_one_at_a_time");
    expect(await place("cancelled", 20)).toBe("taken");
    expect(await place("scheduled", 30)).toBe("taken");
  });

  it("what stands in the table and not in the state refuses a command by its name, and only that command", async () => {
    const salon = await makeSalon(database, one);
    const { shopId } = salon;
    const first = await done(one, { shopId, command: await booking(database, salon, MORNING + DAY) });
    await database.owner.query(
      `insert into appointments
        (id, tenant_id, shop_id, provider_id, lane, status, during, starts_at, ends_at, updated_at, live, body)
        select $1, tenant_id, shop_id, provider_id, lane, status,
          tstzrange(lower(during) + interval '2 hours', upper(during) + interval '2 hours'),
          starts_at, ends_at, updated_at, false, body from appointments where id = $2`,
      [await nextAppointmentId(database.db), first.appointment?.id],
    );
    const start = MORNING + DAY + 2 * 60 * MINUTE;
    const appointmentId = first.appointment?.id ?? 0;
    const outcomes = await Promise.all([
      submit(one, { shopId, command: await booking(database, salon, start) }),
      submit(one, { shopId, command: await booking(database, salon, start + HALF_HOUR) }),
      submit(one, { shopId, command: move(appointmentId, start) }),
    ]);
    expect(outcomes.map(codeOf)).toEqual(["slot-taken", "ok", "slot-taken"]);
    expect(outcomes[0]).toMatchObject({ refusal: { start } });
    await expectRowsMatch(salon);
  });
});

const move = (appointmentId: AppointmentId, start: number): Command => ({
  type: "move-appointment",
  appointmentId,
  start,
  providerId: null,
  serviceId: null,
});

describe("P4 P6 moving and cancelling at the same time", () => {
  it("lose nothing: every appointment is where its last answer said, and no two in one place", async () => {
    const salon = await makeSalon(database, one, { lanes: 2 });
    const { shopId } = salon;
    const starts = Array.from({ length: 20 }, (_, index) => MORNING + DAY + index * HALF_HOUR);
    const booked = await Promise.all(
      starts.map(async (start) => done(one, { shopId, command: await booking(database, salon, start) })),
    );
    const ids = booked.map(({ appointment }) => appointment?.id ?? 0);
    const answered = new Map<AppointmentId, { seq: number; start: number; status: string }>();
    const send = async (index: number, id: AppointmentId): Promise<string> => {
      const to = starts[(index * 7) % 8] ?? 0;
      const command: Command =
        index % 17 === 0 ? { type: "cancel-appointment", appointmentId: id } : move(id, to);
      const outcome = await submit(index % 2 === 0 ? one : two, { shopId, command });
      if (!outcome.ok) return outcome.refusal.code;
      const { appointment, seq } = outcome.answer;
      const before = answered.get(id);
      if (appointment !== null && (before === undefined || before.seq < seq))
        answered.set(id, { seq, start: appointment.start, status: appointment.status });
      return "ok";
    };
    const codes = await Promise.all(
      Array.from({ length: 200 }, (_, index) => send(index, ids[(index * 3) % ids.length] ?? 0)),
    );
    expect(new Set(codes)).toEqual(new Set(["ok", "slot-taken", "wrong-appointment-state"]));
    expect(await overlaps(salon)).toBe(0);
    await expectRowsMatch(salon);
    const { appointments } = (await one.freshSnapshot(shopId))?.state ?? { appointments: new Map() };
    for (const [id, { start, status }] of answered)
      expect(appointments.get(id)).toMatchObject({ start, status });
    expect(appointments.size).toBe(20);
  });

  it("two may change places in one batch, by way of a third", async () => {
    const batches: number[] = [];
    const onBatch = ({ commands }: { readonly commands: number }): void => void batches.push(commands);
    await using node = openNode(database, { now: () => clock, onBatch });
    const salon = await makeSalon(database, node);
    const { shopId } = salon;
    const [a, b, free] = [MORNING + DAY, MORNING + DAY + HALF_HOUR, MORNING + DAY + 2 * HALF_HOUR];
    const first = await done(node, { shopId, command: await booking(database, salon, a) });
    const second = await done(node, { shopId, command: await booking(database, salon, b) });
    const outcomes = await Promise.all([
      // While this one is at work the others wait, and then go together.
      submit(node, { shopId, command: { type: "start-service-day" } }),
      submit(node, { shopId, command: move(first.appointment?.id ?? 0, free) }),
      submit(node, { shopId, command: move(second.appointment?.id ?? 0, a) }),
      submit(node, { shopId, command: move(first.appointment?.id ?? 0, b) }),
    ]);
    expect(batches.slice(-2)).toEqual([1, 3]);
    expect(outcomes.map(codeOf)).toEqual(["ok", "ok", "ok", "ok"]);
    await expectRowsMatch(salon);
  });
});

describe("a visitor who comes back after the time was given away", () => {
  it("has a place in the line, and the slot stays the other's", async () => {
    const salon = await makeSalon(database, one);
    const { shopId, queueId } = salon;
    const start = clock + HALF_HOUR;
    const missed = await booking(database, salon, start);
    await done(one, { shopId, command: missed });
    const { appointmentId } = missed;
    const ticketId = randomUUID();
    await done(one, { shopId, command: { type: "check-in-appointment", appointmentId, ticketId } });
    await done(one, { shopId, command: { type: "call-next", queueId, counter: "1" } });
    await done(one, { shopId, command: { type: "mark-no-show", ticketId } });
    await done(two, { shopId, command: await booking(database, salon, start) });
    const back = await done(one, { shopId, command: { type: "return-ticket", ticketId } });
    expect(back).toMatchObject({ ticket: { status: "waiting" }, appointment: { status: "no_show" } });
    expect(await overlaps(salon)).toBe(0);
    await expectRowsMatch(salon);
  });
});

describe("holds", () => {
  it("leave nothing behind when they are let go or run out, and the slot is free again", async () => {
    const salon = await makeSalon(database, one);
    const { shopId } = salon;
    const hold = async (): Promise<Command> => ({
      ...(await booking(database, salon, MORNING + DAY)),
      type: "hold-slot",
      minutes: 5,
    });
    const held = await done(one, { shopId, by: VISITOR, command: await hold(), person: JANE });
    expect(held.appointment).toMatchObject({ status: "held", heldUntil: clock + 5 * MINUTE });
    expect(codeOf(await submit(two, { shopId, by: VISITOR, command: await hold() }))).toBe("slot-taken");
    const { appointment } = held;
    await done(two, {
      shopId,
      command: { type: "release-slot", appointmentId: appointment?.id ?? 0 },
    });
    expect(await rowsOf(salon)).toEqual([]);
    await done(two, { shopId, by: VISITOR, command: await hold() });
    clock += 5 * MINUTE;
    const booked = await done(one, { shopId, command: await booking(database, salon, MORNING + DAY) });
    expect(await rowsOf(salon)).toMatchObject([{ id: booked.appointment?.id, status: "scheduled" }]);
    await expectRowsMatch(salon);
  });

  it("become the appointment under the same id, with whoever books it", async () => {
    const salon = await makeSalon(database, one);
    const { shopId } = salon;
    const id = await nextAppointmentId(database.db);
    const command = book(salon, id, MORNING + DAY);
    await done(one, { shopId, by: VISITOR, command: { ...command, type: "hold-slot", minutes: null } });
    const idempotency = { key: "book-1", actor: "public", route: "book", bodyHash: "same" };
    const booked = await done(two, { shopId, by: VISITOR, command, person: JANE, idempotency });
    expect(booked.appointment).toMatchObject({ id, status: "scheduled", heldUntil: null });
    const again = await done(one, { shopId, by: VISITOR, command, person: JANE, idempotency });
    expect(again).toEqual(booked);
    expect((await one.freshSnapshot(shopId))?.bookers.get(id)).toEqual(JANE);
    expect((await two.freshSnapshot(shopId))?.bookers.get(id)).toEqual(JANE);
  });
});

describe("whose an appointment is", () => {
  it("stands on the ticket from check-in on, is changed with a move, and shows on every node", async () => {
    const salon = await makeSalon(database, one);
    const { shopId } = salon;
    using _ = two.follow(shopId, () => undefined);
    await two.snapshot(shopId);
    const command = await booking(database, salon, clock + HALF_HOUR);
    const { appointmentId } = command;
    await done(one, { shopId, command, person: JANE });
    expect((await two.freshSnapshot(shopId))?.bookers.get(appointmentId)).toEqual(JANE);
    const renamed = { ...JANE, fullName: "Jane Jones", notes: null };
    await done(one, { shopId, command: move(appointmentId, clock + DAY), person: renamed });
    expect((await two.freshSnapshot(shopId))?.bookers.get(appointmentId)).toEqual(renamed);
    await done(one, { shopId, command: move(appointmentId, clock + HALF_HOUR) });
    const ticketId = randomUUID();
    const checkIn: Command = { type: "check-in-appointment", appointmentId, ticketId };
    const answer = await done(two, { shopId, by: VISITOR, command: checkIn });
    expect(answer).toMatchObject({
      ticket: { id: ticketId, appointmentId, dueAt: clock + HALF_HOUR },
      appointment: { id: appointmentId, status: "checked_in", ticketId },
    });
    const { notes: _notes, ...visitor } = renamed;
    for (const node of [one, two])
      expect((await node.freshSnapshot(shopId))?.people.get(ticketId)).toEqual(visitor);
    await expectRowsMatch(salon);
  });

  it("security: who was erased does not come back by checking in on a node that still knows the name", async () => {
    const salon = await makeSalon(database, one);
    const { shopId } = salon;
    const command = await booking(database, salon, clock + HALF_HOUR);
    await done(one, { shopId, command, person: JANE });
    await database.owner.query("delete from bookers where appointment_id = $1", [command.appointmentId]);
    const ticketId = randomUUID();
    const { appointmentId } = command;
    await done(one, { shopId, command: { type: "check-in-appointment", appointmentId, ticketId } });
    const held = await database.owner.query("select from visitors where ticket_id = $1", [ticketId]);
    expect(held.rowCount).toBe(0);
  });
});

describe("an appointment that ended on an earlier day", () => {
  it("is told by its end, not as unknown", async () => {
    const salon = await makeSalon(database, one);
    const { shopId } = salon;
    const command = await booking(database, salon, clock + HALF_HOUR);
    const { appointmentId } = command;
    await done(one, { shopId, command });
    await done(one, { shopId, command: { type: "cancel-appointment", appointmentId } });
    clock += DAY;
    await done(one, { shopId, command: { type: "start-service-day" } });
    expect(await rowsOf(salon)).toMatchObject([{ status: "cancelled", live: false }]);
    const cancel = (id: number): Promise<CommandOutcome> =>
      submit(one, { shopId, command: { type: "cancel-appointment", appointmentId: id } });
    expect(await cancel(appointmentId)).toMatchObject({
      refusal: { code: "wrong-appointment-state", status: "cancelled", wanted: "cancel" },
    });
    expect(codeOf(await cancel(999_999_999_999))).toBe("appointment-not-found");
    await expectRowsMatch(salon);
  });
});
