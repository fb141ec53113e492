import type { AppointmentOnWire, SlotsAnswer } from "@callnext/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, apiOf, OWNER, signIn } from "../testing/api.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";

const SLUG = "salon-teranga";
const SHOP = `/tenants/${SLUG}/shops/2`;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const AWA = { full_name: "Awa Ndiaye", phone_number: "+221 77 123 45 67" };

let server: TestApp;
let owner: Api;
let barber: Api;
let viewer: Api;
let service: number;
let provider: string;

beforeAll(async () => {
  server = await startTestApp();
  owner = await signIn(server, OWNER);
  barber = await signIn(server, "james@salon-teranga.example");
  const looking = {
    full_name: "Only Looking",
    email: "viewer@salon-teranga.example",
    password: "a viewer's own password",
    role: "viewer",
  };
  await owner("POST", `/tenants/${SLUG}/staff`, looking);
  viewer = await signIn(server, looking.email, looking.password);
  service = (await owner("GET", `${SHOP}/services`)).body.services[0].id;
  provider = (await owner("GET", `${SHOP}/providers`)).body.providers[0].id;
});
afterAll(() => server[Symbol.asyncDispose]());

let hours = 24;
function freshTime(): string {
  hours += 3;
  const at = Date.now() + hours * HOUR_MS;
  return new Date(at - (at % HOUR_MS)).toISOString();
}

async function book(more: object = {}) {
  const body = { ...AWA, service_id: service, provider_id: provider, appointment_time: freshTime(), ...more };
  const made = await barber("POST", `${SHOP}/appointments`, body);
  expect([made.status, made.body.code]).toEqual([201, undefined]);
  return made.body;
}

const step = (api: Api, id: number, name: string, body?: object) =>
  api("POST", `/tenants/${SLUG}/appointments/${id}/${name}`, body);

describe("appointments at the desk", () => {
  test("are booked outside the visitors' times, over nobody else", async () => {
    const past = new Date(Date.now() - HOUR_MS + 7 * 60_000).toISOString();
    const { appointment, appointment_url: url } = await book({ appointment_time: past });
    expect(appointment).toMatchObject({
      status: "scheduled",
      full_name: AWA.full_name,
      provider_name: "Ibrahima Fall",
    });
    expect(url).toMatch(/^\/appointment\/\d+#k=/);
    const over = { ...AWA, service_id: service, provider_id: provider, appointment_time: past };
    const refused = await barber("POST", `${SHOP}/appointments`, over);
    expect([refused.status, refused.body.code]).toEqual([409, "slot-taken"]);
  });

  test("need no name", async () => {
    expect((await book({ full_name: null, phone_number: null })).appointment.full_name).toBeNull();
  });

  test("go through every step, each answering with the appointment", async () => {
    const { appointment } = await book();
    const { id } = appointment;
    const statuses: unknown[] = [];
    const done = async (name: string, body?: object) => {
      const answer = await step(barber, id, name, body);
      statuses.push([name, answer.status, answer.body.appointment?.status ?? answer.body.code]);
      return answer.body.appointment;
    };
    expect((await done("on-my-way")).on_my_way).not.toBeNull();
    expect((await done("late", { minutes: 20 })).late_minutes).toBe(20);
    expect((await done("late", { minutes: null })).late_minutes).toBeNull();
    await done("no-show");
    await done("no-show");
    await done("restore");
    await done("cancel");
    await done("restore");
    await done("complete");
    await done("restore");
    expect(statuses.slice(3)).toEqual([
      ["no-show", 200, "no_show"],
      ["no-show", 409, "wrong-appointment-state"],
      ["restore", 200, "scheduled"],
      ["cancel", 200, "cancelled"],
      ["restore", 200, "scheduled"],
      ["complete", 200, "completed"],
      ["restore", 409, "wrong-appointment-state"],
    ]);
  });

  test("move to another time and person in one step, or stay", async () => {
    const [one, other] = [(await book()).appointment, (await book()).appointment];
    const onto = { appointment_time: other.appointment_time, provider_id: provider };
    const refused = await step(barber, one.id, "move", onto);
    expect([refused.status, refused.body.code]).toEqual([409, "slot-taken"]);
    // Nobody asked for: somebody else is free.
    const moved = await step(barber, one.id, "move", { appointment_time: other.appointment_time });
    expect(moved.body.appointment).toMatchObject({
      appointment_time: other.appointment_time,
      status: "scheduled",
    });
    expect(moved.body.appointment.provider_id).not.toBe(provider);
    const free = await barber("POST", `${SHOP}/appointments`, {
      ...AWA,
      service_id: service,
      provider_id: provider,
      appointment_time: one.appointment_time,
    });
    expect(free.status).toBe(201);
  });

  test("become tickets that are called, served and end together with them", async () => {
    const now = Date.now() + 10 * 60_000;
    const { appointment } = await book({ appointment_time: new Date(now).toISOString(), provider_id: null });
    const checked = await step(barber, appointment.id, "check-in");
    expect(checked.body.appointment).toMatchObject({ status: "checked_in" });
    expect(checked.body.ticket).toMatchObject({ status: "waiting", full_name: AWA.full_name });
    const { id } = checked.body.ticket;
    for (const [name, body] of [
      ["call", { counter: 1 }],
      ["start", {}],
      ["complete", {}],
    ] as const)
      expect((await barber("POST", `/tenants/${SLUG}/tickets/${id}/${name}`, body)).status).toBe(200);
    const { body } = await barber("GET", `/tenants/${SLUG}/appointments/${appointment.id}`);
    expect(body.appointment).toMatchObject({ status: "completed", ticket_id: id });
    expect(body.appointment.ticket_number).toMatch(/^W\d{3}$/);
  });

  test("P2 are booked once with an Idempotency-Key", async () => {
    const body = { ...AWA, service_id: service, appointment_time: freshTime() };
    const first = await barber("POST", `${SHOP}/appointments`, body, { key: "desk-once" });
    const again = await barber("POST", `${SHOP}/appointments`, body, { key: "desk-once" });
    expect(again.body).toEqual(first.body);
  });
});

describe("the list of appointments", () => {
  test("is ordered by time and paged without a gap", async () => {
    const from = new Date(Date.now() + 400 * DAY_MS).toISOString();
    const made: number[] = [];
    for (const n of [3, 1, 2, 0, 4]) {
      const time = new Date(Date.parse(from) + n * HOUR_MS).toISOString();
      made[n] = (await book({ appointment_time: time })).appointment.id;
    }
    const to = new Date(Date.parse(from) + DAY_MS).toISOString();
    const seen: number[] = [];
    let cursor = "";
    for (let page = 0; page < 4; page += 1) {
      const { body } = await barber("GET", `${SHOP}/appointments?from=${from}&to=${to}&limit=2${cursor}`);
      seen.push(...body.appointments.map(({ id }: AppointmentOnWire) => id));
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(seen).toEqual(made);
  });

  test("is narrowed by person and status, and shows those that have ended", async () => {
    const { appointment } = await book();
    await step(barber, appointment.id, "cancel");
    const from = appointment.appointment_time;
    const ids = async (more: string) => {
      const { body } = await barber("GET", `${SHOP}/appointments?from=${from}${more}`);
      return body.appointments.map(({ id }: AppointmentOnWire) => id);
    };
    expect(await ids(`&status=cancelled&provider_id=${provider}`)).toContain(appointment.id);
    expect(await ids("&status=scheduled")).not.toContain(appointment.id);
    expect(await ids("&provider_id=nobody")).toEqual([]);
    for (const bad of ["&cursor=x", "&limit=501", "&to=2020-01-01T00:00:00Z", "&status=lost"])
      expect((await barber("GET", `${SHOP}/appointments?from=${from}${bad}`)).status).toBe(400);
  });

  test("names nobody to those who may not see visitors", async () => {
    const settings = await owner("PATCH", SHOP, { public_names: false });
    expect(settings.status).toBe(200);
    const { appointment } = await book({ notes: "secret wish", email: "awa@example.org" });
    const seen = await viewer("GET", `/tenants/${SLUG}/appointments/${appointment.id}`);
    expect(seen.body.appointment).toMatchObject({
      full_name: "Awa N.",
      phone_number: null,
      email: null,
      notes: null,
    });
    expect((await step(viewer, appointment.id, "cancel")).body.code).toBe("forbidden");
    await owner("PATCH", SHOP, { public_names: true });
  });

  test("of free times ignores lead and horizon, and the appointment that is moved", async () => {
    const { appointment } = await book();
    const date = new Date(Date.parse(appointment.appointment_time) - DAY_MS).toISOString().slice(0, 10);
    const path = `${SHOP}/slots?service_id=${service}&provider_id=${provider}&from=${date}&days=3`;
    const starts = async (more = "") => {
      const { body } = await barber("GET", `${path}${more}`);
      return body.days.flatMap(({ slots }: SlotsAnswer["days"][number]) => slots.map(({ start }) => start));
    };
    expect(await starts()).not.toContain(appointment.appointment_time);
    expect(await starts(`&appointment_id=${appointment.id}`)).toContain(appointment.appointment_time);
  });
});

test("a stranger's organisation has no such appointment", async () => {
  const { appointment } = await book();
  const admin = await signIn(server, "admin@clinique-madeleine.example");
  for (const path of [`/tenants/clinique-madeleine/appointments/${appointment.id}/cancel`]) {
    const answer = await admin("POST", path);
    expect([answer.status, answer.body.code]).toEqual([404, "appointment-not-found"]);
  }
  expect((await apiOf(server)("GET", `${SHOP}/appointments`)).status).toBe(401);
});
