import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, apiOf, OWNER, signIn } from "../testing/api.ts";
import { mailsTo } from "../testing/mails.ts";
import { startTestApp, TEST_PASSWORD, type TestApp } from "../testing/start-test-app.ts";

const SALON = "/public/shops/salon-teranga";
const TENANT = "/tenants/salon-teranga";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WITHIN = { timeout: 10_000 };

const clock = { now: Date.parse("2027-03-01T18:00:00Z") };
let server: TestApp;
let database: pg.Pool;
let anyone: Api;
let owner: Api;
let shopId: number;
let serviceId: number;
let providers: readonly string[];

beforeAll(async () => {
  server = await startTestApp({ now: () => clock.now });
  database = new pg.Pool({ connectionString: server.connectionString, max: 5 });
  anyone = apiOf(server);
  owner = await signIn(server, OWNER);
  const { body } = await anyone("GET", `${SALON}/booking/`);
  shopId = body.shop.id;
  serviceId = body.services.find(({ name }: { name: string }) => name === "Haircut").id;
  providers = body.providers.map(({ id }: { id: string }) => id);
}, 60_000);
afterAll(async () => {
  await database.end();
  await server[Symbol.asyncDispose]();
});

const sql = async (text: string, values: unknown[] = []): Promise<readonly object[]> => {
  const { rows } = await database.query(text, values);
  return rows;
};
/** As a node would have left it that was cut off; looked at anew at once. */
const set = async (id: string, what: string): Promise<void> => {
  await sql(`update waiting_list set ${what} where id = $1`, [id]);
  await sql("update waiting_cursors set looked_at = null");
};

/** Each test has a day of its own on which one haircut fits, at 10:00, with whoever is chosen. */
let days = 3;
const special: object[] = [];
async function scarceDay() {
  days += 1;
  const date = new Date(Date.parse("2027-03-01") + days * 24 * HOUR).toISOString().slice(0, 10);
  special.push({ date, periods: [{ opens: "10:00", closes: "10:30" }], label: "" });
  const patched = await owner("PATCH", `${TENANT}/shops/${shopId}`, { special_days: special });
  expect(patched.status).toBe(200);
  const wish = { service_id: serviceId, provider_id: providers[0] };
  return {
    date,
    wish: { ...wish, from: date, until: date },
    slots: `service_id=${serviceId}&provider_id=${providers[0]}&from=${date}&days=1`,
  };
}

const freeOn = async (query: string): Promise<number> =>
  (await anyone("GET", `${SALON}/booking/slots/?${query}`)).body.days[0].slots.length;

/** Somebody who has the only time of the day. */
async function holder(date: string) {
  const { body: slots } = await anyone(
    "GET",
    `${SALON}/booking/slots/?service_id=${serviceId}&provider_id=${providers[0]}&from=${date}&days=1`,
  );
  const made = await anyone("POST", `${SALON}/booking/appointments/`, {
    ...{ service_id: serviceId, provider_id: providers[0], appointment_time: slots.days[0].slots[0].start },
    ...{ full_name: "Holder", email: "holder@visitors.example" },
  });
  expect(made.status).toBe(201);
  const { id } = made.body.appointment;
  const headers = { "x-appointment-key": made.body.appointment_key };
  return { id, cancel: () => anyone("DELETE", `/public/appointments/${id}/`, undefined, { headers }) };
}

async function joins(name: string, wish: object) {
  const email = `${name.toLowerCase()}.${days}@visitors.example`;
  const made = await anyone("POST", `${SALON}/waiting-list/`, { ...wish, full_name: name, email });
  expect([made.status, made.body.code]).toEqual([201, undefined]);
  const { id } = made.body.waiting;
  const headers = { "x-waiting-key": made.body.waiting_key };
  const own = (method: string, step = "") =>
    anyone(method, `/public/waiting-list/${id}/${step}`, undefined, { headers });
  return {
    ...{ id, made, own, email },
    status: async () => (await own("GET")).body.waiting.status as string,
  };
}

describe("the waiting list", () => {
  test("[S11] a freed time is kept for the first whom it fits, told by a message, and goes to the next when nobody answers", async () => {
    const { date, wish, slots } = await scarceDay();
    const before = await holder(date);
    const first = await joins("First", wish);
    clock.now += 1;
    const second = await joins("Second", wish);
    const elsewhere = await joins("Elsewhere", { ...wish, until_time: "09:00" });
    expect([first.made.body.ahead, second.made.body.ahead]).toEqual([0, 1]);
    expect(await freeOn(slots)).toBe(0);
    await before.cancel();
    await expect.poll(first.status, WITHIN).toBe("offered");
    const offered = (await first.own("GET")).body.waiting.offer;
    expect(offered).toMatchObject({ provider_id: providers[0], provider_name: "Ibrahima Fall" });
    expect(Date.parse(offered.until)).toBeGreaterThan(clock.now + 20 * MINUTE);
    // Nobody else sees it, or can have it.
    expect(await freeOn(slots)).toBe(0);
    expect([await second.status(), await elsewhere.status()]).toEqual(["waiting", "waiting"]);
    await expect.poll(async () => (await mailsTo(server, first.email)).length, WITHIN).toBe(1);
    const [mail] = await mailsTo(server, first.email);
    expect(mail?.text).toContain(first.made.body.waiting_url);
    clock.now = Date.parse(offered.until) + 1;
    await expect.poll(second.status, WITHIN).toBe("offered");
    await expect.poll(first.status, WITHIN).toBe("waiting");
    const late = await first.own("POST", "accept/");
    expect([late.status, late.body.code]).toEqual([410, "offer-over"]);
    const taken = await second.own("POST", "accept/");
    expect(taken.status).toBe(201);
    expect(taken.body.appointment).toMatchObject({
      ...{ status: "scheduled", appointment_time: offered.appointment_time },
      ...{ full_name: "Second", email: second.email },
    });
    const once = await second.own("POST", "accept/");
    expect([once.status, once.body.appointment_url]).toEqual([201, taken.body.appointment_url]);
    const booked = (await second.own("GET")).body;
    expect([booked.waiting.status, booked.appointment_url]).toEqual(["booked", taken.body.appointment_url]);
    expect(await first.status()).toBe("waiting");
    expect(await mailsTo(server, elsewhere.email)).toHaveLength(0);
    for (const one of [first, elsewhere]) await one.own("DELETE");
  }, 60_000);

  test("[S11] who lets an offer go waits on, the next one is asked, and nobody is asked twice for one time", async () => {
    const { date, wish, slots } = await scarceDay();
    const before = await holder(date);
    const first = await joins("First", wish);
    clock.now += 1;
    const second = await joins("Second", wish);
    await before.cancel();
    await expect.poll(first.status, WITHIN).toBe("offered");
    const declined = await first.own("POST", "decline/");
    expect([declined.status, declined.body.waiting.status]).toEqual([200, "waiting"]);
    expect((await first.own("POST", "decline/")).body.code).toBe("offer-over");
    await expect.poll(second.status, WITHIN).toBe("offered");
    const left = await second.own("DELETE");
    expect([left.body.waiting.status, left.body.ahead]).toEqual(["left", null]);
    // Left to whoever books: the first has let this time go.
    await expect.poll(() => freeOn(slots), WITHIN).toBe(1);
    clock.now += 2 * MINUTE;
    const again = await joins("Again", wish);
    await expect.poll(again.status, WITHIN).toBe("offered");
    expect(await first.status()).toBe("waiting");
    for (const one of [first, again]) await one.own("DELETE");
  }, 60_000);

  test("P14 what is somebody's own is nobody else's, and what they leave is forgotten", async () => {
    const { date, wish } = await scarceDay();
    await holder(date);
    const mine = await joins("Mine", wish);
    const theirs = await joins("Theirs", wish);
    for (const headers of [{}, { "x-waiting-key": theirs.made.body.waiting_key as string }])
      for (const [method, step] of [
        ["GET", ""],
        ["DELETE", ""],
        ["POST", "accept/"],
        ["POST", "decline/"],
      ] as const) {
        const answer = await anyone(method, `/public/waiting-list/${mine.id}/${step}`, undefined, {
          headers,
        });
        expect([answer.status, answer.body.code]).toEqual([404, "waiting-not-found"]);
      }
    const cookie = mine.made.headers.get("set-cookie")?.split(";")[0] ?? "";
    const byCookie = await anyone("GET", `/public/waiting-list/${mine.id}/`, undefined, {
      headers: { cookie },
    });
    expect(byCookie.status).toBe(200);
    await mine.own("DELETE");
    const rows = await sql("select w::text as row from waiting_list w where id = $1", [mine.id]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/Mine|visitors\.example/);
    await theirs.own("DELETE");
  }, 60_000);

  test("staff see the list, put somebody on it and take them off, letting go what was kept for them", async () => {
    const { date, wish, slots } = await scarceDay();
    const before = await holder(date);
    const path = `${TENANT}/shops/${shopId}/waiting-list`;
    const person = { full_name: "Aminata Sow", phone_number: "+221 77 765 43 21" };
    const added = await owner("POST", path, { ...wish, ...person, from_time: "09:30", until_time: "12:00" });
    expect(added.status).toBe(201);
    const { id } = added.body.waiting;
    const listed = (await owner("GET", path)).body.waiting;
    expect(listed).toEqual([added.body.waiting]);
    expect(listed[0]).toMatchObject({
      ...{
        full_name: "Aminata Sow",
        phone_number: "+221777654321",
        status: "waiting",
        service_name: "Haircut",
      },
      ...{ from: date, until: date, from_time: "09:30", until_time: "12:00", offer: null },
    });
    const email = "viewer@salon-teranga.example";
    const viewer = { full_name: "Only Looking", email, password: TEST_PASSWORD, role: "viewer" };
    expect((await owner("POST", `${TENANT}/staff`, viewer)).status).toBe(201);
    const looking = await signIn(server, email);
    const masked = { full_name: "Aminata S.", phone_number: null, email: null };
    expect((await looking("GET", path)).body.waiting).toMatchObject([{ id, ...masked }]);
    expect((await looking("DELETE", `${TENANT}/waiting-list/${id}`)).status).toBe(403);
    await before.cancel();
    const status = async () => (await owner("GET", path)).body.waiting[0]?.status;
    await expect.poll(status, WITHIN).toBe("offered");
    const removed = await owner("DELETE", `${TENANT}/waiting-list/${id}`);
    expect(removed.body.waiting).toMatchObject({ id, status: "left", full_name: null, phone_number: null });
    expect((await owner("DELETE", `${TENANT}/waiting-list/${id}`)).status).toBe(404);
    expect((await owner("GET", path)).body.waiting).toEqual([]);
    expect(await freeOn(slots)).toBe(1);
  }, 60_000);

  test("[S11] who leaves while a time is being offered to them lets go of it", async () => {
    const { wish, slots } = await scarceDay();
    const nobodysWish = { ...wish, until_time: "09:00" };
    for (const leave of ["visitor", "staff"] as const) {
      const one = await joins(leave, nobodysWish);
      const { body: free } = await anyone("GET", `${SALON}/booking/slots/?${slots}`);
      const slot = { ...wish, appointment_time: free.days[0].slots[0].start };
      const held = await anyone("POST", `${SALON}/booking/holds/`, slot);
      expect(held.status).toBe(201);
      const client = await database.connect();
      try {
        await client.query("begin");
        await client.query("select from waiting_list where id = $1 for update", [one.id]);
        const leaving =
          leave === "visitor" ? one.own("DELETE") : owner("DELETE", `${TENANT}/waiting-list/${one.id}`);
        const blocked =
          "select from pg_stat_activity where wait_event_type = 'Lock' and query like '%waiting_list%'";
        await expect.poll(async () => (await sql(blocked)).length, WITHIN).toBeGreaterThan(0);
        await client.query("update waiting_list set status = 'offered', appointment_id = $2 where id = $1", [
          one.id,
          held.body.hold.id,
        ]);
        await client.query("commit");
        expect((await leaving).status).toBe(200);
      } finally {
        client.release();
      }
      expect(await freeOn(slots)).toBe(1);
    }
  }, 60_000);

  test("P1 [S11] what a node was cut off from is found out from the shop's state: nobody is passed over or told twice", async () => {
    const { date, wish } = await scarceDay();
    const before = await holder(date);
    const one = await joins("One", wish);
    await set(one.id, "status = 'offering', appointment_id = 2000000000");
    await before.cancel();
    // Noted, and never kept: the same time is offered all the same.
    await expect.poll(one.status, WITHIN).toBe("offered");
    const told = async () =>
      (await mailsTo(server, one.email)).filter(({ text }) => text.includes(one.made.body.waiting_url))
        .length;
    await expect.poll(told, WITHIN).toBe(1);
    // Kept, and not noted that they were told.
    await set(one.id, "status = 'offering', passed = '[]'");
    await expect.poll(one.status, WITHIN).toBe("offered");
    const taken = await one.own("POST", "accept/");
    expect(taken.status).toBe(201);
    // Booked, and not noted.
    await set(one.id, "status = 'offered', full_name = 'One'");
    const again = await one.own("POST", "accept/");
    expect([again.status, again.body.appointment_url]).toEqual([201, taken.body.appointment_url]);
    const row = async () =>
      (await sql("select status, full_name from waiting_list where id = $1", [one.id]))[0];
    await expect.poll(row, WITHIN).toEqual({ status: "booked", full_name: null });
    expect(await told()).toBe(1);
  }, 60_000);

  test("a shop is looked through by one node at a time", async () => {
    const { wish } = await scarceDay();
    const one = await joins("One", wish);
    await sql("update waiting_cursors set claimed_until = null, looked_at = null");
    const claims = await Promise.all(
      Array.from({ length: 5 }, () =>
        sql("select shop_id from claim_waiting_shops($1, 60, 60, 10)", [new Date(clock.now + HOUR)]),
      ),
    );
    expect(claims.flat()).toHaveLength(1);
    await sql("update waiting_cursors set claimed_until = null");
    await one.own("DELETE");
  }, 60_000);

  test("P16 a list holds 200 and no more, however many come at once", async () => {
    const { date, wish } = await scarceDay();
    await holder(date);
    await sql(
      `insert into waiting_list (id, tenant_id, shop_id, service_id, from_date, until_date, party_size, status,
          created_at, updated_at)
        select gen_random_uuid(), tenant_id, id, $2, $3, $3, 1, 'waiting', $4, $4 from shops, generate_series(1, 198)
        where id = $1`,
      [shopId, serviceId, date, new Date(clock.now)],
    );
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        anyone("POST", `${SALON}/waiting-list/`, {
          ...wish,
          full_name: `P${n}`,
          email: `p${n}@visitors.example`,
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    const refused = answers.filter(({ body }) => body.code === "waiting-list-full");
    expect(refused).toHaveLength(6);
    await sql("delete from waiting_list where from_date = $1", [date]);
  }, 60_000);

  test("security: who waits is found, exported and forgotten with everything else that is held on them", async () => {
    const { date, wish } = await scarceDay();
    await holder(date);
    const one = await joins("Zephyrine", wish);
    const found = await owner("POST", `${TENANT}/people/search`, { email: one.email.toUpperCase() });
    expect(found.body).toMatchObject({ tickets: [], appointments: [], more: false });
    expect(found.body.waiting).toMatchObject([
      {
        waiting_id: one.id,
        status: "waiting",
        from: date,
        person: { full_name: "Zephyrine", email: one.email },
      },
    ]);
    const named = { waiting_ids: [one.id] };
    const exported = await owner("POST", `${TENANT}/people/export`, named);
    expect(exported.body.waiting).toEqual(found.body.waiting);
    expect((await owner("POST", `${TENANT}/people/erasure`, named)).body).toEqual({ erased: 1 });
    expect((await owner("POST", `${TENANT}/people/erasure`, named)).body).toEqual({ erased: 0 });
    expect((await owner("POST", `${TENANT}/people/search`, { email: one.email })).body.waiting).toEqual([]);
    expect((await one.own("GET")).body.waiting.status).toBe("left");
    const rows = await sql("select w::text as row from waiting_list w where w::text ilike $1", [
      "%zephyrine%",
    ]);
    expect(rows).toEqual([]);
  }, 60_000);

  test("security: an entry that the list did not get to is forgotten with the rest that is old", async () => {
    const { date, wish } = await scarceDay();
    await holder(date);
    const one = await joins("Old", wish);
    await sql("update waiting_cursors set claimed_until = 'infinity'");
    await sql("update waiting_list set until_date = '2020-01-01' where id = $1", [one.id]);
    const { body } = await owner("POST", `${TENANT}/privacy/runs`);
    expect(body.run.verified).toBe(true);
    const rows = await sql("select status, full_name, email from waiting_list where id = $1", [one.id]);
    expect(rows).toEqual([{ status: "over", full_name: null, email: null }]);
    await sql("update waiting_cursors set claimed_until = null");
  }, 60_000);

  test("who could come until yesterday no longer waits, and whose it was is forgotten", async () => {
    const { date, wish } = await scarceDay();
    await holder(date);
    const one = await joins("Late", wish);
    await set(one.id, "until_date = '2027-02-28'");
    await expect.poll(one.status, WITHIN).toBe("over");
    const rows = await sql("select full_name, email from waiting_list where id = $1", [one.id]);
    expect(rows).toEqual([{ full_name: null, email: null }]);
  }, 60_000);

  test("what could never be booked is refused, and so is a way to be told that is missing", async () => {
    const { wish } = await scarceDay();
    const join = async (change: object) => {
      const { status, body } = await anyone("POST", `${SALON}/waiting-list/`, {
        ...{ ...wish, full_name: "Awa", email: "awa@visitors.example" },
        ...change,
      });
      return `${status} ${body.code}`;
    };
    expect(await join({ email: null })).toBe("400 invalid-input");
    expect(await join({ from: "2027-03-09", until: "2027-03-08" })).toBe("400 invalid-input");
    expect(await join({ from: "2020-03-09", until: "2021-03-08" })).toBe("409 waiting-too-far");
    expect(await join({ from: "2099-03-09", until: null })).toBe("409 waiting-too-far");
    expect(await join({ service_id: 999_999 })).toBe("404 service-not-found");
    expect(await join({ provider_id: "nobody" })).toBe("404 provider-not-found");
  });
});
