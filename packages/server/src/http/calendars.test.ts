import type { CalendarFeedOnWire } from "@callnext/protocol";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, apiOf, OWNER, signIn } from "../testing/api.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";

const SLUG = "salon-teranga";
const SHOP = `/tenants/${SLUG}/shops/2`;
const HOUR_MS = 3_600_000;
/** What a file must not be broken by. */
const NASTY = {
  full_name: "Awa; N,diaye\\",
  phone_number: "+221 77 123 45 67",
  notes: "one\nEND:VEVENT\r\ntwo; three",
};

let server: TestApp;
let anyone: Api;
let owner: Api;
let barber: Api;
let services: readonly { readonly id: number; readonly name: string }[];
let providers: readonly { readonly id: string; readonly name: string }[];

beforeAll(async () => {
  server = await startTestApp();
  anyone = apiOf(server);
  owner = await signIn(server, OWNER);
  barber = await signIn(server, "james@salon-teranga.example");
  services = (await owner("GET", `${SHOP}/services`)).body.services;
  providers = (await owner("GET", `${SHOP}/providers`)).body.providers;
});
afterAll(() => server[Symbol.asyncDispose]());

let hours = 24;
async function book(providerId: string | undefined, person: object = NASTY) {
  hours += 3;
  const at = Date.now() + hours * HOUR_MS;
  const made = await anyone("POST", "/public/shops/salon-teranga/booking/appointments/", {
    ...person,
    service_id: services[0]?.id,
    provider_id: providerId,
    appointment_time: new Date(at - (at % HOUR_MS)).toISOString(),
  });
  expect(made.status).toBe(201);
  return made.body;
}

/** As another author's parser reads it. */
function eventsIn(text: string): readonly ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
  return calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
}

function statusOf(event: ICAL.Event | undefined): unknown {
  return event?.component.getFirstPropertyValue("status");
}

describe("a visitor's calendar file", () => {
  test("opens in a second program, with the visit's time, place and private link", async () => {
    const { appointment, appointment_key: key, appointment_url: url } = await book(providers[0]?.id);
    const headers = { "x-appointment-key": key };
    const path = `/public/appointments/${appointment.id}/calendar.ics`;
    const file = await anyone("GET", path, undefined, { headers });
    expect(file.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(file.headers.get("content-disposition")).toContain("appointment.ics");
    const [event, ...more] = eventsIn(file.body);
    expect(more).toEqual([]);
    expect(event?.summary).toBe("Haircut · Salon Teranga");
    expect(event?.location).toBe("1200 Broadway, Oakland, CA");
    expect(event?.startDate.toJSDate().toISOString()).toBe(appointment.appointment_time);
    expect(event?.endDate.toJSDate().toISOString()).toBe(appointment.end_time);
    expect(event?.description).toContain(url);
    expect(statusOf(event)).toBe("CONFIRMED");

    await anyone("DELETE", `/public/appointments/${appointment.id}/`, undefined, { headers });
    const [gone] = eventsIn((await anyone("GET", path, undefined, { headers })).body);
    expect([gone?.uid, statusOf(gone)]).toEqual([event?.uid, "CANCELLED"]);
    expect(gone?.sequence).toBeGreaterThanOrEqual(event?.sequence ?? 0);
  });
});

describe("a calendar feed", () => {
  const feedsPath = `${SHOP}/calendar-feeds`;
  const make = async (api: Api, body: object) => {
    const made = await api("POST", feedsPath, body);
    expect([made.status, made.body.code]).toEqual([201, undefined]);
    return { feed: made.body.feed, path: `/${new URL(made.body.url).pathname}` };
  };
  const read = async (path: string) => await anyone("GET", path);

  test("of a person holds that person's appointments, of a shop everybody's", async () => {
    const [one, other] = [await book(providers[0]?.id), await book(providers[1]?.id)];
    const own = await make(barber, { name: "Ibrahima's chair", provider_id: providers[0]?.id });
    const all = await make(barber, { name: "The salon" });
    expect(own.feed).toMatchObject({ provider_name: "Ibrahima Fall", last_read_at: null });
    const ids = async (path: string) =>
      eventsIn((await read(path)).body).map(({ uid }) => Number(/\d+/.exec(uid)?.[0]));
    expect(await ids(own.path)).toContain(one.appointment.id);
    expect(await ids(own.path)).not.toContain(other.appointment.id);
    expect(await ids(all.path)).toEqual(expect.arrayContaining([one.appointment.id, other.appointment.id]));
    const event = eventsIn((await read(own.path)).body).at(-1);
    expect(event?.summary).toBe(`${NASTY.full_name} · Haircut`);
    expect(event?.description.replaceAll("\r", "")).toContain("one\nEND:VEVENT\ntwo; three");
    const { body } = await barber("GET", feedsPath);
    expect(body.feeds.find(({ id }: CalendarFeedOnWire) => id === own.feed.id).last_read_at).not.toBeNull();
    expect(JSON.stringify(body)).not.toContain(own.path.split("/")[4] ?? "?");
  });

  test("P14 ends when it is revoked, at once", async () => {
    const { feed, path } = await make(barber, { name: "Lost phone" });
    expect((await read(path)).status).toBe(200);
    expect((await barber("DELETE", `${feedsPath}/${feed.id}`)).status).toBe(204);
    expect((await read(path)).body.code).toBe("calendar-feed-not-found");
    expect((await barber("DELETE", `${feedsPath}/${feed.id}`)).body.code).toBe("calendar-feed-not-found");
  });

  test("is its maker's: others at the desk neither see nor end it, who changes settings does", async () => {
    const { feed } = await make(barber, { name: "James's own" });
    const other = await signIn(server, "luis@salon-teranga.example");
    const names = async (api: Api) =>
      (await api("GET", feedsPath)).body.feeds.map(({ name }: CalendarFeedOnWire) => name);
    expect(await names(other)).not.toContain("James's own");
    expect((await other("DELETE", `${feedsPath}/${feed.id}`)).status).toBe(404);
    expect(await names(owner)).toContain("James's own");
    expect((await owner("DELETE", `${feedsPath}/${feed.id}`)).status).toBe(204);
  });

  test("P14 shows what its maker may see by now, and nothing once they have left", async () => {
    const given = {
      full_name: "Moussa Diallo",
      email: "moussa@salon-teranga.example",
      password: "a barber's own password",
      role: "agent",
    };
    const { body } = await owner("POST", `/tenants/${SLUG}/staff`, given);
    const staff = `/tenants/${SLUG}/staff/${body.staff.id}`;
    const moussa = await signIn(server, given.email, given.password);
    const { path } = await make(moussa, { name: "Moussa's" });
    await book(providers[2]?.id);
    const texts = async () =>
      JSON.stringify(eventsIn((await read(path)).body).map(({ component }) => component));
    expect(await texts()).toContain("221771234567");
    const elsewhere = await owner("POST", `/tenants/${SLUG}/shops`, {
      name: "Other",
      time_zone: "Africa/Dakar",
    });
    await owner("PATCH", staff, { shop_ids: [elsewhere.body.shop.id] });
    expect((await read(path)).status).toBe(404);
    await owner("PATCH", staff, { shop_ids: null });
    await owner("PATCH", staff, { role: "viewer" });
    expect(await texts()).not.toContain("221771234567");
    await owner("PATCH", staff, { active: false });
    expect((await read(path)).status).toBe(404);
  });

  test("is no program's, and names nothing of another organisation", async () => {
    const key = await owner("POST", `/tenants/${SLUG}/keys`, { name: "a program", role: "manager" });
    const program = apiOf(server, key.body.secret);
    expect((await program("POST", feedsPath, { name: "x" })).body.code).toBe("forbidden");
    expect((await program("GET", feedsPath)).status).toBe(200);
    const clinic = await signIn(server, "admin@clinique-madeleine.example");
    const foreign = await clinic("POST", "/tenants/clinique-madeleine/shops/1/calendar-feeds", {
      name: "x",
      provider_id: providers[0]?.id,
    });
    expect(foreign.body.code).toBe("provider-not-found");
    for (const token of ["x", "A".repeat(43), "%00"])
      expect((await read(`/public/calendars/${token}/appointments.ics`)).status).toBe(404);
  });
});
