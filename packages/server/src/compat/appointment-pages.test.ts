import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, OWNER, signIn } from "../testing/api.ts";
import { openReceiver, type Receiver } from "../messages/testing/receiver.ts";
import { eventually } from "../shops/testing/test-shop.ts";
import { startTestApp, TEST_PASSWORD, type TestApp } from "../testing/start-test-app.ts";
import { connect, type Frame, type TestClient } from "../ws/testing/test-client.ts";
import { type Page, type PageAnswer, pageOf, PAGES_ORIGIN } from "./testing/page-of.ts";

/** The salon of the demo, and the clinic, which does not go by a phone number alone. */
const SALON = 2;
const CLINIC = 1;
const DAY_MS = 24 * 3_600_000;

let server: TestApp;
let page: Page;
let token: string;
let owner: Api;
let receiver: Receiver;

beforeAll(async () => {
  receiver = await openReceiver();
  const config = { allowedOrigins: [PAGES_ORIGIN], outboundOrigins: [receiver.origin] };
  server = await startTestApp({ config });
  page = pageOf(server);
  owner = await signIn(server, OWNER);
  const answer = await page("/auth/login", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: { username: OWNER, password: TEST_PASSWORD },
  });
  token = answer.data.access_token;
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
});

const bearer = () => ({ Authorization: `Bearer ${token}`, "Content-Type": "application/json" });

/** Ten in the morning at the salon or later, so many days from now: the pages send what their own clock makes of it. */
const at = (days: number, hour = 18): string => {
  const day = new Date(Date.now() + days * DAY_MS);
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), hour)).toISOString();
};

interface Shown {
  readonly id: number;
  readonly status: string;
  readonly full_name: string;
  readonly phone_number: string | null;
  readonly appointment_time: string;
}

/** A second page, which follows the appointments' socket. */
async function watching(shop = SALON): Promise<TestClient> {
  const url = `${server.app.address.replace("http", "ws")}/ws/appointments/${shop}/`;
  const client = await connect(url, { origin: PAGES_ORIGIN });
  await client.next("appointment_update");
  return client;
}

const listed = (frame: Frame): readonly Shown[] => frame["appointments"] as readonly Shown[];

async function shows(client: TestClient, wanted: (shown: readonly Shown[]) => boolean): Promise<void> {
  const last = client.frames.findLast(({ type }) => type === "appointment_update");
  if (last !== undefined && wanted(listed(last))) return;
  for (;;) if (wanted(listed(await client.next("appointment_update")))) return;
}

const book = (body: object): Promise<PageAnswer> =>
  page("/appointments/", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: {
      shop_id: SALON,
      barber_id: null,
      service_id: null,
      appointment_time: at(1),
      number_of_people: 1,
      user_id: null,
      full_name: "Jane Smith",
      phone_number: "5105550100",
      ...body,
    },
  });

/** The six digits of the message that came to this phone. Other messages may come there, too. */
async function codeSentTo(phone: string): Promise<string> {
  const codes = (): readonly string[] =>
    receiver.heard.flatMap(({ body }) => {
      const { to, text } = JSON.parse(body.toString()) as { readonly to: string; readonly text: string };
      return to === phone ? (/\b(\d{6})\b/.exec(text)?.[1] ?? []) : [];
    });
  await eventually(() => codes().length > 0);
  return codes()[0] ?? "";
}

const barberOf = async (index: number) => {
  const { data } = await page(`/appointments/business/${SALON}`);
  return data.barbers[index] as { readonly id: number; readonly full_name: string };
};

describe("the appointment page", () => {
  test("books without a barber or a service, and everybody who watches sees it", async () => {
    await using other = await watching();
    const answer = await book({ full_name: "Ada Short", phone_number: "5105550101" });
    expect(answer.status).toBe(201);
    expect(answer.data).toMatchObject({
      id: expect.any(Number),
      shop_id: SALON,
      business_id: SALON,
      status: "scheduled",
      appointment_time: at(1),
      full_name: "Ada Short",
      phone_number: "5105550101",
      number_of_people: 1,
      barber: { id: expect.any(Number), status: "available" },
      service: { name: "Haircut", duration: 30, price: 0 },
    });
    const booked = await other.next("new_appointment");
    expect(booked["appointment"]).toMatchObject({ id: answer.data.id, phone_number: null });
    await shows(other, (shown) => shown.some(({ id }) => id === answer.data.id));
  });

  test("the later page's names for it, a local time with its zone, and a second wish for a taken time", async () => {
    const barber = await barberOf(0);
    const local = `${at(2).slice(0, 10)}T11:00`;
    const wish = {
      shop_id: undefined,
      business_id: SALON,
      barber_id: undefined,
      employee_id: barber.id,
      appointment_time: local,
      user_timezone: "America/New_York",
      full_name: "Bo Late",
      phone_number: "5105550102",
    };
    const answer = await book(wish);
    expect(answer.status).toBe(201);
    expect(answer.data.employee).toMatchObject({ id: barber.id, full_name: barber.full_name });
    const shown = new Date(answer.data.appointment_time).toLocaleString("sv-SE", {
      timeZone: "America/New_York",
    });
    expect(shown.slice(0, 16)).toBe(local.replace("T", " "));
    const taken = await book({ ...wish, full_name: "Cy Too", phone_number: "5105550103" });
    expect([taken.status, typeof taken.data.detail]).toEqual([409, "string"]);
  });

  test("what cannot be booked is refused with a reason", async () => {
    const refusals = await Promise.all([
      book({ appointment_time: "tomorrow" }),
      book({ appointment_time: at(-2) }),
      book({ service_id: 999_999 }),
      book({ barber_id: 999_999 }),
      book({ shop_id: 999_999 }),
      book({ phone_number: "12" }),
      book({ appointment_time: `${at(3).slice(0, 10)}T10:00`, user_timezone: "Mars/Olympus" }),
    ]);
    expect(refusals.map(({ status }) => status)).toEqual([400, 409, 404, 404, 404, 400, 400]);
    for (const { data } of refusals) expect(data.detail).toEqual(expect.any(String));
  });
});

describe("by phone number, where the shop goes by it alone", () => {
  test("a visitor lists, moves and cancels", async () => {
    await using other = await watching();
    const phone = "5105550201";
    const { data: booked } = await book({
      appointment_time: at(3),
      full_name: "Di Move",
      phone_number: phone,
    });
    const mine = await page(`/appointments/me?phone_number=${phone}`);
    expect(mine.data).toEqual([
      expect.objectContaining({ id: booked.id, full_name: "Di Move", phone_number: phone }),
    ]);
    const moved = await page(`/appointments/${booked.id}?phone_number=${phone}`, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: { appointment_time: at(4) },
    });
    expect([moved.status, moved.data.appointment_time]).toEqual([200, at(4)]);
    await shows(other, (shown) =>
      shown.some(({ id, appointment_time }) => id === booked.id && appointment_time === at(4)),
    );
    const read = await page(`/appointments/${booked.id}?phone_number=${phone}`);
    expect(read.data.appointment_time).toBe(at(4));
    const gone = await page(`/appointments/${booked.id}?phone_number=${phone}`, { method: "DELETE" });
    expect([gone.status, gone.data.status]).toEqual([200, "cancelled"]);
    await shows(other, (shown) =>
      shown.every(({ id, status }) => id !== booked.id || status === "cancelled"),
    );
    const again = await page(`/appointments/${booked.id}?phone_number=${phone}`, { method: "DELETE" });
    expect(again.status).toBe(409);
  });

  test("another number, or none, opens nothing", async () => {
    const { data: booked } = await book({ appointment_time: at(5), phone_number: "5105550202" });
    for (const query of ["", "?phone_number=5105550299", "?phone_number=0000000"]) {
      const put = {
        method: "PUT",
        headers: { "Content-Type": "application/json" },
        body: { appointment_time: at(6) },
      };
      const answers = [
        await page(`/appointments/${booked.id}${query}`),
        await page(`/appointments/${booked.id}${query}`, put),
        await page(`/appointments/${booked.id}${query}`, { method: "DELETE" }),
        await page(`/appointments/999999999${query}`),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
      expect(new Set(answers.map(({ data }) => data.detail)).size).toBe(1);
    }
    expect((await page("/appointments/me?phone_number=5105550299")).data).toEqual([]);
  });
});

describe("staff", () => {
  test("see whose appointments they are; everybody else does not", async () => {
    const { data: booked } = await book({
      appointment_time: at(5, 20),
      full_name: "Eli Seen",
      phone_number: "5105550301",
    });
    for (const word of ["shop", "business"]) {
      const path = `/appointments/${word}/${SALON}/appointments?status=scheduled`;
      const own = (await page(path, { headers: bearer() })).data as readonly Shown[];
      expect(own.find(({ id }) => id === booked.id)).toMatchObject({
        full_name: "Eli Seen",
        phone_number: "5105550301",
      });
      const strangers = (await page(path)).data as readonly Shown[];
      expect(strangers.find(({ id }) => id === booked.id)?.phone_number).toBeNull();
    }
    const done = await page(`/appointments/shop/${SALON}/appointments?status=completed`, {
      headers: bearer(),
    });
    expect(done.data.every(({ status }: Shown) => status === "completed")).toBe(true);
    const byBarber = await page(`/shop-owners/shops/${SALON}/appointments/?barber_id=${booked.barber_id}`, {
      headers: bearer(),
    });
    expect(byBarber.data.map(({ id }: Shown) => id)).toContain(booked.id);
  });

  test("check in, which makes a ticket that the queue page shows, and complete", async () => {
    const today = new Date(Math.ceil(Date.now() / 900_000) * 900_000 + 900_000).toISOString();
    const made = await page("/appointments/", {
      method: "POST",
      headers: bearer(),
      body: {
        shop_id: SALON,
        appointment_time: today,
        full_name: "Flo Now",
        phone_number: "5105550401",
        number_of_people: 2,
      },
    });
    expect(made.status).toBe(201);
    const patch = (status: string, headers = bearer()) =>
      page(`/appointments/${made.data.id}/status`, { method: "PATCH", headers, body: { status } });
    const stranger = await page(`/appointments/${made.data.id}/status`, {
      method: "PATCH",
      headers: { "Content-Type": "application/json" },
      body: { status: "completed" },
    });
    expect([stranger.status, stranger.data.detail]).toEqual([401, expect.any(String)]);
    await using other = await watching();
    expect((await patch("checked_in")).data).toMatchObject({
      status: "checked_in",
      ticket_number: expect.any(String),
    });
    await shows(other, (shown) =>
      shown.some(({ id, status }) => id === made.data.id && status === "checked_in"),
    );
    const items = (await page(`/shop-owners/shops/${SALON}/queue/`, { headers: bearer() })).data;
    expect(items).toEqual([
      expect.objectContaining({
        full_name: "Flo Now",
        number_of_people: 2,
        status: "CHECKED_IN",
        appointment_time: today,
        barber_id: made.data.barber_id,
      }),
    ]);
    const status = await page(`/queue/check-status?phone=5105550401&business_id=${SALON}`);
    expect(status.data).toMatchObject({ full_name: "Flo Now", position_in_queue: 1 });
    expect((await patch("COMPLETED")).data.status).toBe("completed");
    await shows(other, (shown) =>
      shown.some(({ id, status: now }) => id === made.data.id && now === "completed"),
    );
    expect((await page(`/shop-owners/shops/${SALON}/queue/`, { headers: bearer() })).data).toEqual([]);
  });

  test("cancel, miss and restore", async () => {
    const { data: booked } = await book({ appointment_time: at(6), phone_number: "5105550501" });
    const patch = (status: string) =>
      page(`/appointments/${booked.id}/status/`, { method: "PATCH", headers: bearer(), body: { status } });
    for (const status of ["cancelled", "scheduled", "no_show", "scheduled"])
      expect((await patch(status)).data.status).toBe(status);
    const unknown = await page("/appointments/999999999/status", {
      method: "PATCH",
      headers: bearer(),
      body: { status: "cancelled" },
    });
    expect([unknown.status, unknown.data.detail]).toEqual([404, "Appointment not found"]);
  });
});

describe("where a phone number alone is not enough", () => {
  const checkIn = async () =>
    page("/queue/", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: { shop_id: CLINIC, full_name: "Awa Ndour", phone_number: "+221770001122", number_of_people: 1 },
    });
  const byPhone = "phone=%2B221770001122";

  test("a stranger neither sees nor cancels a place, and learns nothing of whether there is one", async () => {
    await checkIn();
    const known = await page(`/queue/check-status?${byPhone}&shop_id=${CLINIC}`);
    const unknown = await page(`/queue/check-status?phone=770009999&shop_id=${CLINIC}`);
    expect([known.status, known.data]).toEqual([403, unknown.data]);
    const left = await page(`/queue/leave?${byPhone}&shop_id=${CLINIC}`, { method: "DELETE" });
    expect([left.status, left.data.detail]).toEqual([403, expect.stringContaining("phone number alone")]);
    const list = (await page(`/queue/${CLINIC}`)).data;
    expect(list.at(-1)).toMatchObject({ full_name: "Awa N.", phone_number: null });
  });

  test("whoever has the phone does, by the code that was sent to it", async () => {
    const ask = (phone: string) =>
      page("/queue/code", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: { shop_id: CLINIC, phone },
      });
    const none = await ask("+221770001122");
    expect([none.status, none.data.detail]).toEqual([409, expect.stringContaining("sends no codes")]);
    const admin = await signIn(server, "admin@clinique-madeleine.example");
    const set = await admin("PUT", "/tenants/clinique-madeleine/messages/sms", {
      name: "Test",
      url: `${receiver.origin}/sms`,
      format: "json",
      headers: {},
      body: '{"to":"{to}","text":"{text}"}',
      from: "Clinique",
      country: "SN",
      secret: "",
    });
    expect([set.status, set.body]).toEqual([200, expect.anything()]);
    const known = await ask("+221770001122");
    const stranger = await ask("+221770009999");
    expect([known.status, known.data]).toEqual([200, stranger.data]);
    const code = await codeSentTo("+221770001122");
    const path = `/queue/check-status?${byPhone}&shop_id=${CLINIC}`;
    const wrong = code === "000000" ? "111111" : "000000";
    expect((await page(`${path}&code=${wrong}`)).status).toBe(403);
    expect((await page(`${path}&code=${code}`)).data).toMatchObject({
      full_name: "Awa Ndour",
      position_in_queue: 1,
    });
    // Of another number at the same shop it proves nothing.
    expect((await page(`/queue/check-status?phone=770009999&shop_id=${CLINIC}&code=${code}`)).status).toBe(
      403,
    );
    expect(receiver.heard.some(({ body }) => body.includes("770009999"))).toBe(false);
    for (let guess = 0; guess < 4; guess += 1) await page(`${path}&code=${wrong}`);
    const tooMany = await page(`${path}&code=${code}`);
    expect([tooMany.status, tooMany.data.detail]).toEqual([
      429,
      expect.stringContaining("Too many wrong codes"),
    ]);
  });

  test("an appointment opens to the code as well, and to nothing less", async () => {
    const phone = "+221770005566";
    const { data: shop } = await page(`/appointments/shop/${CLINIC}`);
    const { data: booked } = await book({
      ...{ shop_id: CLINIC, service_id: shop.services[0].id, full_name: "Binta Sy", phone_number: phone },
      appointment_time: `${at(2).slice(0, 10)}T10:00:00Z`,
    });
    const number = `phone_number=${encodeURIComponent(phone)}`;
    expect((await page(`/appointments/me?${number}`)).data).toEqual([]);
    expect((await page(`/appointments/me?${number}&shop_id=${CLINIC}`)).data).toEqual([]);
    expect((await page(`/appointments/${booked.id}?${number}`)).status).toBe(404);
    await page("/queue/code", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: { business_id: CLINIC, phone },
    });
    const code = await codeSentTo(phone);
    const mine = await page(`/appointments/me?${number}&shop_id=${CLINIC}&code=${code}`);
    expect(mine.data).toEqual([expect.objectContaining({ id: booked.id, full_name: "Binta Sy" })]);
    const gone = await page(`/appointments/${booked.id}?${number}&code=${code}`, { method: "DELETE" });
    expect([gone.status, gone.data.status]).toEqual([200, "cancelled"]);
  });

  test("the device that checked in does, by its cookie", async () => {
    const answer = await fetch(`${server.app.address}/queue/`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        shop_id: CLINIC,
        full_name: "Ndeye Fall",
        phone_number: "770003344",
        number_of_people: 1,
      }),
    });
    const cookie = answer.headers
      .getSetCookie()
      .map((each) => each.split(";")[0])
      .join("; ");
    const url = `${server.app.address}/queue/check-status?phone=770003344&shop_id=${CLINIC}`;
    const status = await fetch(url, { headers: { cookie } });
    expect(await status.json()).toMatchObject({ full_name: "Ndeye Fall", status: "CHECKED_IN" });
    // A page of another site makes the browser bring the cookie, which then counts for nothing.
    const abused = await fetch(url, { headers: { cookie, origin: "https://evil.example" } });
    expect(abused.status).toBe(403);
    const left = await fetch(url.replace("check-status", "leave"), { method: "DELETE", headers: { cookie } });
    expect(left.status).toBe(200);
  });
});

describe("walls", () => {
  test("P15 people of another organisation reach nothing of a shop", async () => {
    const { data: booked } = await book({ appointment_time: at(6, 21), phone_number: "5105550601" });
    const foreign = (
      await page("/auth/login", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: { username: "admin@clinique-madeleine.example", password: TEST_PASSWORD },
      })
    ).data.access_token as string;
    const headers = { Authorization: `Bearer ${foreign}`, "Content-Type": "application/json" };
    const shop = `/shop-owners/shops/${SALON}`;
    for (const path of [
      `${shop}/queue/`,
      `${shop}/queue/history`,
      `${shop}/employees/`,
      `${shop}/services`,
      shop,
    ]) {
      const answer = await page(path, { headers });
      expect([path, answer.status, answer.data.detail]).toEqual([path, 404, "Shop not found"]);
    }
    const patched = await page(`/appointments/${booked.id}/status`, {
      method: "PATCH",
      headers,
      body: { status: "cancelled" },
    });
    expect(patched.status).toBe(404);
    expect((await page(`/appointments/${booked.id}`, { headers })).status).toBe(404);
    const shops = (await page("/business-owners/businesses", { headers })).data;
    expect(shops.map(({ id }: Shown) => id)).toEqual([CLINIC]);
  });

  test("nobody without a session, and no page of another origin", async () => {
    for (const path of [
      "/shop-owners/dashboard",
      "/business-owners/businesses",
      `/shop-owners/shops/${SALON}/queue/`,
    ]) {
      const answer = await page(path);
      expect([path, answer.status, answer.data.detail]).toEqual([path, 401, expect.any(String)]);
    }
    const evil = pageOf(server, "https://evil.example");
    await expect(evil("/appointments/businesses")).rejects.toThrow("is not for https://evil.example");
    await expect(evil("/auth/login", { method: "POST", headers: bearer(), body: {} })).rejects.toThrow(
      TypeError,
    );
  });

  test("a role that may only look gets no visitors and changes nothing", async () => {
    const viewer = { email: "viewer@salon-teranga.example", password: "a viewer's password" };
    const made = await owner("POST", "/tenants/salon-teranga/staff", {
      full_name: "Only Looking",
      role: "viewer",
      ...viewer,
    });
    expect(made.status).toBe(201);
    const signedIn = await page("/auth/login", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: { username: viewer.email, password: viewer.password },
    });
    const headers = {
      Authorization: `Bearer ${signedIn.data.access_token}`,
      "Content-Type": "application/json",
    };
    expect((await page(`/shop-owners/shops/${SALON}/queue/`, { headers })).status).toBe(403);
    const put = await page(`/shop-owners/shops/${SALON}/queue/1`, {
      method: "PUT",
      headers,
      body: { status: "CANCELLED" },
    });
    expect(put.status).toBe(403);
    expect((await page("/shop-owners/dashboard", { headers })).status).toBe(200);
  });
});
