import type { SlotsAnswer } from "@callnext/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, apiOf, MANAGER, OWNER, signIn } from "../testing/api.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";

const SALON = "/public/shops/salon-teranga/booking";
const AWA = {
  full_name: "Awa Ndiaye",
  phone_number: "+221 77 123 45 67",
  notes: "First visit\nBrings a child",
};
const HOUR_MS = 3_600_000;
const QUARTER_MS = HOUR_MS / 4;

/** As much of what answers list as is looked at. */
interface Listed {
  readonly id: string;
  readonly name: string;
  readonly duration_minutes: number;
  readonly service_ids: readonly number[];
  readonly booked_within_hour: number;
  readonly capacity_left: number;
}

let server: TestApp;
let anyone: Api;
let owner: Api;

beforeAll(async () => {
  server = await startTestApp();
  anyone = apiOf(server);
  owner = await signIn(server, OWNER);
});
afterAll(() => server[Symbol.asyncDispose]());

const byName = (a: string, b: string): number => a.localeCompare(b);

/** Tests do not get into each other's way: each takes an hour of its own, from tomorrow on. */
let hours = 24;
function freshTime(): string {
  hours += 3;
  const at = Date.now() + hours * HOUR_MS;
  return new Date(at - (at % HOUR_MS)).toISOString();
}

async function salon() {
  const { body } = await anyone("GET", `${SALON}/`);
  return {
    service: body.services[0].id as number,
    providers: body.providers as { id: string; name: string }[],
  };
}

/** A booked appointment with what its visitor holds. */
async function booked(more: object = {}) {
  const { service, providers } = await salon();
  const body = {
    ...AWA,
    service_id: service,
    provider_id: providers[0]?.id,
    appointment_time: freshTime(),
    ...more,
  };
  const made = await anyone("POST", `${SALON}/appointments/`, body);
  expect([made.status, made.body.code]).toEqual([201, undefined]);
  const id = made.body.appointment.id as number;
  const headers = { "x-appointment-key": made.body.appointment_key as string };
  const own = (method: string, step = "", sent?: object) =>
    anyone(method, `/public/appointments/${id}/${step}`, sent, { headers });
  return { id, made, own, headers, body };
}

describe("the booking page", () => {
  test("shows the services, whom to book with, the rules and today", async () => {
    const { status, body } = await anyone("GET", `${SALON}/`);
    expect(status).toBe(200);
    expect(body.services.map(({ name, duration_minutes: minutes }: Listed) => `${name} ${minutes}`)).toEqual([
      "Haircut 30",
      "Beard trim 15",
      "Haircut and beard 45",
      "Kids' cut 20",
    ]);
    expect(body.providers.map(({ name }: Listed) => name)).toEqual([
      "Ibrahima Fall",
      "James Carter",
      "Luis Romero",
    ]);
    for (const { service_ids: ids } of body.providers) expect(ids).toHaveLength(4);
    expect(body.rules).toMatchObject({ open: true, lead_minutes: 0, cancel_minutes: 0 });
    expect(body.shop.time_zone).toBe("America/Los_Angeles");
    expect(body.today).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test("names a shop that is not there as unknown", async () => {
    expect((await anyone("GET", "/public/shops/nowhere/booking/")).body.code).toBe("shop-not-found");
  });

  test("lists free times by day, with who is free", async () => {
    const { service, providers } = await salon();
    const { status, body } = await anyone("GET", `${SALON}/slots/?service_id=${service}&days=3`);
    expect(status).toBe(200);
    expect(body.days).toHaveLength(3);
    // Open all day: a quarter of an hour apart, on a day of 23 to 25 hours.
    expect([92, 96, 100]).toContain(body.days[1].slots.length);
    expect(body.days[1].slots[0].provider_ids).toEqual(providers.map(({ id }) => id));
    const bad = await anyone("GET", `${SALON}/slots/?service_id=${service}&days=63`);
    expect([bad.status, bad.body.code]).toEqual([400, "invalid-input"]);
    expect((await anyone("GET", `${SALON}/slots/?service_id=${service}&from=2026-02-30`)).status).toBe(400);
  });
});

describe("a hold", () => {
  test("keeps a slot from others, gives it up for another, and ends", async () => {
    const { service, providers } = await salon();
    const [first, second] = [freshTime(), freshTime()];
    const wish = { service_id: service, provider_id: providers[0]?.id, appointment_time: first };
    const held = await anyone("POST", `${SALON}/holds/`, wish);
    expect(held.status).toBe(201);
    expect(held.body.hold).toMatchObject({ provider_name: "Ibrahima Fall", appointment_time: first });
    const other = await anyone("POST", `${SALON}/holds/`, wish);
    expect([other.status, other.body.code, other.body.start]).toEqual([409, "slot-taken", first]);

    const headers = { "x-appointment-key": held.body.appointment_key };
    const changed = { ...wish, appointment_time: second, hold_id: held.body.hold.id };
    const moved = await anyone("POST", `${SALON}/holds/`, changed, { headers });
    expect(moved.body.hold).toMatchObject({ id: held.body.hold.id, appointment_time: second });
    const free = await anyone("POST", `${SALON}/holds/`, wish);
    expect(free.status).toBe(201);

    const path = `${SALON}/holds/${held.body.hold.id}/`;
    expect((await anyone("DELETE", path)).body.code).toBe("appointment-not-found");
    expect((await anyone("DELETE", path, undefined, { headers })).status).toBe(200);
    expect((await anyone("POST", `${SALON}/holds/`, { ...wish, appointment_time: second })).status).toBe(201);
  });

  test("becomes the appointment of whoever holds it, and of nobody else", async () => {
    const { service, providers } = await salon();
    const wish = { service_id: service, provider_id: providers[0]?.id, appointment_time: freshTime() };
    const held = await anyone("POST", `${SALON}/holds/`, wish);
    const body = { ...AWA, ...wish, hold_id: held.body.hold.id };
    const stranger = await anyone("POST", `${SALON}/appointments/`, body);
    expect([stranger.status, stranger.body.code]).toEqual([409, "slot-taken"]);
    const headers = { cookie: held.headers.get("set-cookie")?.split(";")[0] ?? "" };
    const made = await anyone("POST", `${SALON}/appointments/`, body, { headers });
    expect(made.status).toBe(201);
    expect(made.body.appointment).toMatchObject({
      id: held.body.hold.id,
      status: "scheduled",
      held_until: null,
    });
  });

  test("that was booked already is not let go, and its visitor keeps the proof that it is theirs", async () => {
    const { service } = await salon();
    const wish = { service_id: service, appointment_time: freshTime() };
    const held = await anyone("POST", `${SALON}/holds/`, wish);
    const headers = { "x-appointment-key": held.body.appointment_key };
    const body = { ...AWA, ...wish, hold_id: held.body.hold.id };
    expect((await anyone("POST", `${SALON}/appointments/`, body, { headers })).status).toBe(201);
    // Another tab of the same browser, left open on the form, is closed.
    const late = await anyone("DELETE", `${SALON}/holds/${held.body.hold.id}/`, undefined, { headers });
    expect([late.status, late.body.code]).toEqual([409, "wrong-appointment-state"]);
    expect(late.headers.get("set-cookie")).toBeNull();
  });
});

describe("booking", () => {
  test("P2 with an Idempotency-Key books once and answers the same", async () => {
    const { service } = await salon();
    const body = { ...AWA, service_id: service, appointment_time: freshTime() };
    const first = await anyone("POST", `${SALON}/appointments/`, body, { key: "book-once" });
    const again = await anyone("POST", `${SALON}/appointments/`, body, { key: "book-once" });
    expect(first.status).toBe(201);
    expect(again.body).toEqual(first.body);
  });

  test("asks for a name and a way to reach its owner, and keeps to the rules", async () => {
    const { service, providers } = await salon();
    const wish = { service_id: service, provider_id: providers[0]?.id, appointment_time: freshTime() };
    const tried = async (more: object) => {
      const { status, body } = await anyone("POST", `${SALON}/appointments/`, { ...AWA, ...wish, ...more });
      return [status, body.code];
    };
    expect(await tried({ phone_number: "" })).toEqual([400, "invalid-input"]);
    expect(await tried({ full_name: " " })).toEqual([400, "invalid-input"]);
    expect(await tried({ appointment_time: "tomorrow" })).toEqual([400, "invalid-input"]);
    expect(await tried({ service_id: 999_999 })).toEqual([404, "service-not-found"]);
    expect(await tried({ provider_id: "nobody" })).toEqual([404, "provider-not-found"]);
    expect(await tried({ appointment_time: new Date(Date.now() - HOUR_MS).toISOString() })).toEqual([
      409,
      "slot-too-soon",
    ]);
    expect(
      await tried({ appointment_time: new Date(Date.now() + 200 * 24 * HOUR_MS).toISOString() }),
    ).toEqual([409, "slot-too-far"]);
  });

  test("with anyone takes each person once, and then there is nobody", async () => {
    const { service } = await salon();
    const body = { ...AWA, service_id: service, appointment_time: freshTime() };
    const tries = await Promise.all(
      Array.from({ length: 5 }, () => anyone("POST", `${SALON}/appointments/`, body)),
    );
    const made = tries
      .filter(({ status }) => status === 201)
      .map((each) => each.body.appointment.provider_name);
    expect(made.toSorted(byName)).toEqual(["Ibrahima Fall", "James Carter", "Luis Romero"]);
    expect(tries.filter(({ body: { code } }) => code === "slot-taken")).toHaveLength(2);
  });
});

describe("a visitor's own appointment", () => {
  test("is for who holds its link alone: to others it is not there", async () => {
    const { id, own, made } = await booked();
    expect(made.body.appointment_url).toMatch(new RegExp(`^/appointment/${id}#k=[\\w-]{43}$`));
    const seen = await own("GET");
    expect(seen.body.appointment).toMatchObject({
      full_name: AWA.full_name,
      phone_number: "+221771234567",
      notes: AWA.notes,
      status: "scheduled",
    });
    expect(seen.body.can).toEqual({ move: true, cancel: true, say_on_my_way: true, check_in: false });
    const wrong = { "x-appointment-key": "A".repeat(43) };
    for (const [method, step] of [
      ["GET", ""],
      ["DELETE", ""],
      ["POST", "check-in/"],
      ["GET", "calendar.ics"],
    ]) {
      const answer = await anyone(method ?? "", `/public/appointments/${id}/${step}`, undefined, {
        headers: wrong,
      });
      expect([step, answer.status, answer.body.code]).toEqual([step, 404, "appointment-not-found"]);
    }
    expect((await owner("GET", `/public/appointments/${id}/`)).status).toBe(404);
  });

  test("security: its cookie counts where its page stands, and on no foreign one", async () => {
    const { id, made } = await booked();
    const [cookie = ""] = made.headers.get("set-cookie")?.split(";") ?? [];
    expect(made.headers.get("set-cookie")).toMatch(/HttpOnly.*SameSite=Lax/);
    const path = `/public/appointments/${id}/`;
    const foreign = { headers: { cookie, origin: "https://evil.example" } };
    expect((await anyone("DELETE", path, undefined, foreign)).status).toBe(404);
    const own = { headers: { cookie, origin: server.app.address } };
    expect((await anyone("DELETE", path, undefined, own)).status).toBe(200);
  });

  test("moves to a free time and stays where it is when that is taken", async () => {
    const [one, other] = [await booked(), await booked()];
    const taken = other.body.appointment_time;
    const refused = await one.own("PUT", "", {
      appointment_time: taken,
      provider_id: other.made.body.appointment.provider_id,
    });
    expect([refused.status, refused.body.code]).toEqual([409, "slot-taken"]);
    expect((await one.own("GET")).body.appointment.appointment_time).toBe(one.body.appointment_time);
    const next = freshTime();
    const moved = await one.own("PUT", "", { appointment_time: next });
    expect(moved.body.appointment).toMatchObject({ appointment_time: next, status: "scheduled" });
  });

  test("hears that its visitor is on the way and late, and is cancelled once", async () => {
    const { own } = await booked();
    expect((await own("POST", "on-my-way/")).body.appointment.on_my_way).not.toBeNull();
    expect((await own("POST", "late/", { minutes: 10 })).body.appointment.late_minutes).toBe(10);
    expect((await own("POST", "late/", { minutes: 600 })).status).toBe(400);
    const cancelled = await own("DELETE");
    expect(cancelled.body).toMatchObject({
      appointment: { status: "cancelled" },
      can: { cancel: false, move: false },
    });
    const again = await own("DELETE");
    expect([again.status, again.body.code, again.body.appointment_status]).toEqual([
      409,
      "wrong-appointment-state",
      "cancelled",
    ]);
  });

  test("forgets its visitor when they ask for it, and stays booked", async () => {
    const { id, own } = await booked({ email: "awa@example.org" });
    expect((await anyone("DELETE", `/public/appointments/${id}/person`)).status).toBe(404);
    expect((await own("DELETE", "person")).body).toEqual({ erased: 1 });
    expect((await own("DELETE", "person")).body).toEqual({ erased: 0 });
    expect((await own("GET")).body.appointment).toMatchObject({
      status: "scheduled",
      full_name: null,
      phone_number: null,
      email: null,
      notes: null,
    });
  });

  test("is changed no later than the shop allows", async () => {
    const clinic = "/public/shops/clinique-madeleine-plateau/booking";
    const page = await anyone("GET", `${clinic}/`);
    const laboratory = page.body.services.find(({ name }: Listed) => name === "Prélèvement").id;
    const { body } = await anyone("GET", `${clinic}/slots/?service_id=${laboratory}`);
    const [{ start }] = body.days.flatMap(({ slots }: SlotsAnswer["days"][number]) => slots);
    const made = await anyone("POST", `${clinic}/appointments/`, {
      ...AWA,
      service_id: laboratory,
      appointment_time: start,
    });
    const headers = { "x-appointment-key": made.body.appointment_key };
    const path = `/public/appointments/${made.body.appointment.id}/`;
    const refused = await anyone("DELETE", path, undefined, { headers });
    expect([refused.status, refused.body.code]).toEqual([409, "too-late-to-change"]);
    expect(refused.body.until).toBe(new Date(Date.parse(start) - 2 * HOUR_MS).toISOString());
    expect((await anyone("GET", path, undefined, { headers })).body.can).toMatchObject({ cancel: false });
  });

  test("becomes a ticket on check-in, within its time", async () => {
    const early = await booked();
    const refused = await early.own("POST", "check-in/");
    expect([refused.status, refused.body.code]).toEqual([409, "check-in-too-early"]);
    expect(refused.body.opens).toBe(
      new Date(Date.parse(early.body.appointment_time) - 2 * HOUR_MS).toISOString(),
    );

    const soon = Date.now() + HOUR_MS;
    const time = new Date(soon - (soon % QUARTER_MS)).toISOString();
    const { own } = await booked({ appointment_time: time, provider_id: null });
    const done = await own("POST", "check-in/");
    expect(done.body.appointment).toMatchObject({ status: "checked_in", ticket_number: "W001" });
    const [, ticketId, key] = /^\/ticket\/([\w-]+)#k=([\w-]+)$/.exec(done.body.ticket_url) ?? [];
    expect(done.headers.get("set-cookie")).toContain(`callnext_ticket_${ticketId}=${key}`);
    const ticket = await anyone("GET", `/public/tickets/${ticketId}`, undefined, {
      headers: { "x-ticket-key": key ?? "" },
    });
    expect(ticket.body).toMatchObject({ number: "W001", native_status: "waiting", can_leave: true });
    expect((await own("POST", "check-in/")).body.code).toBe("wrong-appointment-state");
  });
});

test("walk-ins see how many are expected, and what that leaves of the queue's places", async () => {
  const agent = await signIn(server, "awa.diop@clinique-madeleine.example");
  const tenant = "/tenants/clinique-madeleine";
  const manager = await signIn(server, MANAGER);
  const { service_id: service, id } = (await manager("GET", `${tenant}/shops/1/queues`)).body.queues
    .map((queue: Listed) => ({ ...queue, service_id: queue.service_ids[0] }))
    .find(({ name }: Listed) => name === "Laboratoire");
  await manager("PATCH", `${tenant}/queues/${id}`, { capacity: 10 });
  const seen = async () => {
    const { body } = await anyone("GET", "/public/tenants/clinique-madeleine/queues/");
    const page = await anyone("GET", "/public/shops/clinique-madeleine-plateau");
    return [body.queues, page.body.queues].map((queues) => {
      const { booked_within_hour: within, capacity_left: left } = queues.find(
        (each: Listed) => each.id === id,
      );
      return [within, left];
    });
  };
  const before = await seen();
  const book = async (minutes: number) => {
    const time = new Date(Date.now() + minutes * 60_000).toISOString();
    const body = { service_id: service, appointment_time: time };
    return (await agent("POST", `${tenant}/shops/1/appointments`, body)).body.appointment.id;
  };
  const first = await book(20);
  await book(50);
  await book(200);
  const [[expected, left] = []] = before;
  expect(await seen()).toEqual([
    [expected + 2, left - 2],
    [expected + 2, left - 2],
  ]);
  await agent("POST", `${tenant}/appointments/${first}/check-in`);
  // Now among those who wait.
  expect(await seen()).toEqual([
    [expected + 1, left - 2],
    [expected + 1, left - 2],
  ]);
});
