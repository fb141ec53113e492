import type { ProviderOnWire, SlotOnWire } from "@callnext/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, apiOf, OWNER, signIn } from "../testing/api.ts";
import { startTestApp, TEST_PASSWORD, type TestApp } from "../testing/start-test-app.ts";

const TENANT = "/tenants/salon-teranga";
const DAY_MS = 24 * 3_600_000;

let server: TestApp;
let owner: Api;
let shop: string;
let slug: string;

beforeAll(async () => {
  server = await startTestApp();
  owner = await signIn(server, OWNER);
  const made = await owner("POST", `${TENANT}/shops`, { name: "Second chair", time_zone: "Africa/Dakar" });
  shop = `${TENANT}/shops/${made.body.shop.id}`;
  slug = made.body.shop.slug;
  const always = [{ opens: "00:00", closes: "24:00" }];
  const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
  await owner("PATCH", shop, { opening_hours: Object.fromEntries(days.map((day) => [day, always])) });
});
afterAll(() => server[Symbol.asyncDispose]());

function dayFromNow(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
}

async function slotsOn(date: string, service: number): Promise<readonly string[]> {
  const path = `/public/shops/${slug}/booking/slots/?service_id=${service}&from=${date}&days=1`;
  const { body } = await apiOf(server)("GET", path);
  return body.days[0].slots.map(({ start }: SlotOnWire) => start.slice(11, 16));
}

describe("a shop's booking rules", () => {
  test("begin closed, and change one by one", async () => {
    const before = await owner("GET", `${TENANT}/shops`);
    const seen = before.body.shops.at(-1);
    expect(seen.booking).toMatchObject({ open: false, step_minutes: 15, lead_minutes: 60 });
    expect(seen.special_days).toEqual([]);
    const opened = await owner("PATCH", shop, { booking: { open: true, lead_minutes: 30 } });
    expect(opened.body.shop.booking).toMatchObject({ open: true, step_minutes: 15, lead_minutes: 30 });
    const step = await owner("PATCH", shop, { booking: { step_minutes: 60 } });
    expect(step.body.shop.booking).toMatchObject({ open: true, step_minutes: 60, lead_minutes: 30 });
    for (const booking of [{ step_minutes: 0 }, { horizon_days: 1000 }, { hold_minutes: 0 }, { open: "yes" }])
      expect((await owner("PATCH", shop, { booking })).status).toBe(400);
  });

  test("leave a shop's settings as they are when something else changes", async () => {
    const { body } = await owner("PATCH", shop, { name: "Third chair" });
    expect(body.shop.booking).toMatchObject({ open: true, step_minutes: 60 });
  });
});

describe("what appointments are made with", () => {
  let service: number;
  let room: string;
  test("is for a service with time kept free around it", async () => {
    const made = await owner("POST", `${shop}/services`, {
      name: "Colour",
      duration_minutes: 45,
      buffer_after_minutes: 15,
    });
    service = made.body.service.id;
    expect(made.body.service).toMatchObject({
      buffer_before_minutes: 0,
      buffer_after_minutes: 15,
      bookable: true,
    });
  });

  test("is a room with hours, a lunch break and an absence", async () => {
    const day = dayFromNow(3);
    const periods = [
      { opens: "09:00", closes: "12:00" },
      { opens: "13:00", closes: "15:00" },
    ];
    const weekday = new Date(`${day}T00:00:00Z`).toLocaleDateString("en", {
      weekday: "long",
      timeZone: "UTC",
    });
    const made = await owner("POST", `${shop}/providers`, {
      name: "Back room",
      service_ids: [service],
      patterns: [{ from: "2026-01-05", every_weeks: 1, periods: { [weekday.toLowerCase()]: periods } }],
    });
    expect(made.status).toBe(201);
    room = made.body.provider.id;
    expect(made.body.provider).toMatchObject({
      staff_id: null,
      name: "Back room",
      lanes: 1,
      absences: [],
      rank: 1,
    });
    expect(await slotsOn(day, service)).toEqual(["09:00", "10:00", "11:00", "13:00", "14:00"]);

    const absences = [{ from: `${day}T09:00`, until: `${day}T11:00`, reason: "Paint" }];
    const away = await owner("PATCH", `${TENANT}/providers/${room}`, { absences });
    expect(away.body.provider.absences).toEqual(absences);
    const seenBy = async (api: Api) =>
      (await api("GET", `${shop}/providers`)).body.providers.find(({ id }: ProviderOnWire) => id === room);
    expect((await seenBy(owner)).absences).toEqual(absences);
    const email = "colleague@salon-teranga.example";
    const colleague = { full_name: "A Colleague", email, password: TEST_PASSWORD, role: "agent" };
    expect((await owner("POST", `${TENANT}/staff`, colleague)).status).toBe(201);
    // Why somebody is away is for those who plan.
    expect((await seenBy(await signIn(server, email))).absences).toEqual([{ ...absences[0], reason: null }]);
    expect(await slotsOn(day, service)).toEqual(["11:00", "13:00", "14:00"]);
    await owner("PATCH", `${TENANT}/providers/${room}`, { absences: [] });
  });

  test("is closed on special days, and open on others", async () => {
    const day = dayFromNow(3);
    const special = [{ date: day, periods: [], label: "Tabaski" }];
    const { body } = await owner("PATCH", shop, { special_days: special });
    expect(body.shop.special_days).toEqual(special);
    expect(await slotsOn(day, service)).toEqual([]);
    const page = await apiOf(server)("GET", `/public/shops/${slug}/booking/`);
    expect(page.body.special_days).toEqual([{ date: day, label: "Tabaski", closed: true }]);
    const afternoon = [{ date: day, periods: [{ opens: "13:00", closes: "18:00" }], label: "" }];
    await owner("PATCH", shop, { special_days: afternoon });
    expect(await slotsOn(day, service)).toEqual(["13:00", "14:00"]);
    const twice = await owner("PATCH", shop, { special_days: [...afternoon, ...special] });
    expect([twice.status, twice.body.code]).toEqual([400, "invalid-input"]);
    await owner("PATCH", shop, { special_days: [] });
  });

  test("is a member of staff, once in a shop", async () => {
    const { body } = await owner("GET", `${TENANT}/staff`);
    const james = body.staff.find(
      ({ full_name: name }: { readonly full_name: string }) => name === "James Carter",
    ).id;
    const made = await owner("POST", `${shop}/providers`, { staff_id: james });
    expect(made.body.provider).toMatchObject({ staff_id: james, name: "James Carter", rank: 2 });
    const again = await owner("POST", `${shop}/providers`, { staff_id: james });
    expect([again.status, again.body.code]).toEqual([409, "already-a-provider"]);
    const stranger = await owner("POST", `${shop}/providers`, { staff_id: 1 });
    expect([stranger.status, stranger.body.code]).toEqual([404, "staff-not-found"]);
    const nameless = await owner("PATCH", `${TENANT}/providers/${made.body.provider.id}`, { staff_id: null });
    expect([nameless.status, nameless.body.code]).toEqual([400, "invalid-input"]);
    expect((await owner("POST", `${shop}/providers`, {})).status).toBe(400);
    const unknown = await owner("POST", `${shop}/providers`, { name: "x", service_ids: [1] });
    expect([unknown.status, unknown.body.code]).toEqual([404, "service-not-found"]);
    const backwards = { name: "x", absences: [{ from: "2026-01-02T10:00", until: "2026-01-02T09:00" }] };
    expect((await owner("POST", `${shop}/providers`, backwards)).status).toBe(400);
  });

  test("stays in use while somebody is booked there", async () => {
    const path = `${TENANT}/providers/${room}`;
    const time = `${dayFromNow(3)}T14:00:00Z`;
    const wish = { service_id: service, provider_id: room, appointment_time: time };
    const { body } = await owner("POST", `${shop}/appointments`, wish);
    expect((await owner("DELETE", path)).body.code).toBe("provider-booked");
    await owner("POST", `${TENANT}/appointments/${body.appointment.id}/cancel`);
    expect((await owner("DELETE", path)).body.provider).toMatchObject({ archived: true });
    const page = await apiOf(server)("GET", `/public/shops/${slug}/booking/`);
    expect(page.body.providers.map(({ name }: ProviderOnWire) => name)).toEqual(["James Carter"]);
  });

  test("is nothing for a service that is not bookable, but at the desk", async () => {
    await owner("PATCH", `${shop}/services/${service}`, { bookable: false });
    expect(await slotsOn(dayFromNow(2), service)).toEqual([]);
    const page = await apiOf(server)("GET", `/public/shops/${slug}/booking/`);
    expect(page.body.services).toEqual([]);
    const desk = await owner("GET", `${shop}/slots?service_id=${service}&from=${dayFromNow(2)}&days=1`);
    expect(desk.body.days[0].slots.length).toBeGreaterThan(0);
  });
});

test("a queue's walk-ins ahead are one unless told, a number or none", async () => {
  const made = await owner("POST", `${shop}/queues`, { name: "Line", prefix: "L" });
  expect(made.body.queue.walk_ins_ahead).toBe(1);
  const path = `${TENANT}/queues/${made.body.queue.id}`;
  for (const ahead of [0, null, 3])
    expect((await owner("PATCH", path, { walk_ins_ahead: ahead })).body.queue.walk_ins_ahead).toBe(ahead);
  expect((await owner("PATCH", path, { name: "The line" })).body.queue).toMatchObject({ walk_ins_ahead: 3 });
  expect((await owner("PATCH", path, { walk_ins_ahead: -1 })).status).toBe(400);
});
