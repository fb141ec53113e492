import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { demoOf, OWNER, signIn } from "../testing/api.ts";
import { startTestApp, TEST_PASSWORD, type TestApp } from "../testing/start-test-app.ts";
import { connect, type TestClient } from "../ws/testing/test-client.ts";
import { firstDocumentPage } from "../ws/testing/first-document-client.ts";
import { type Page, pageOf, PAGES_ORIGIN } from "./testing/page-of.ts";

/** The salon of the demo, which has the settings that the first document's pages expect. */
const SHOP = 2;
const SECRET = "the same on both nodes";

let server: TestApp;
let page: Page;
let token: string;

beforeAll(async () => {
  server = await startTestApp({ config: { allowedOrigins: [PAGES_ORIGIN], secret: SECRET } });
  page = pageOf(server);
  token = await signInFromThePage();
});
afterAll(() => server[Symbol.asyncDispose]());

/** What the pages' own server sends when somebody signs in, the fields of its form library included. */
async function signInFromThePage(username: string = OWNER): Promise<string> {
  const answer = await fetch(`${server.app.address}/auth/login`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      username,
      password: TEST_PASSWORD,
      redirect: "false",
      csrfToken: "0f2b",
      callbackUrl: "http://localhost:8080/login",
      json: "true",
    }),
  });
  expect(answer.headers.get("content-type")).toContain("application/json");
  expect(answer.status).toBe(200);
  const data = (await answer.json()) as { readonly access_token: string };
  return data.access_token;
}

const bearer = () => ({ Authorization: `Bearer ${token}`, "Content-Type": "application/json" });

const checkIn = (full_name: string, phone_number: string, more: object = {}) =>
  page("/queue/", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: {
      business_id: SHOP,
      service_id: null,
      employee_id: null,
      full_name,
      phone_number,
      number_of_people: 1,
      ...more,
    },
  });

const queue = async () =>
  (await page(`/shop-owners/shops/${SHOP}/queue/`, { headers: bearer() })).data as readonly Item[];

interface Item {
  readonly id: number;
  readonly full_name: string;
  readonly status: string;
  readonly position_in_queue: number;
  readonly barber: { readonly id: number; readonly full_name: string } | null;
  readonly service: { readonly id: number; readonly name: string } | null;
}

/** A second page in the shop, which only listens. */
async function watching(path = `/ws/queue/${SHOP}/`): Promise<TestClient> {
  const client = await connect(`${server.app.address.replace("http", "ws")}${path}`, {
    origin: PAGES_ORIGIN,
  });
  await client.next("queue_update");
  return client;
}

/** What the watching page shows, once it shows this. */
async function shows(
  client: TestClient,
  wanted: (items: readonly Item[]) => boolean,
): Promise<readonly Item[]> {
  for (;;) {
    const items = firstDocumentPage(client.frames) as readonly Item[];
    if (wanted(items)) return items;
    await client.next();
  }
}

const lines = (items: readonly Item[]) => items.map(({ full_name, status }) => `${full_name} ${status}`);

interface Listed {
  readonly id: string;
  readonly status: string;
}

/** Leaves the shop empty. */
async function clear(): Promise<void> {
  const owner = await signIn(server, OWNER);
  const { body } = await owner("GET", `/tenants/salon-teranga/shops/${SHOP}/state`);
  for (const { id, status } of Object.values<Listed>(body.view.tickets)) {
    if (status === "serving") await owner("POST", `/tenants/salon-teranga/tickets/${id}/complete`, {});
    else await owner("POST", `/tenants/salon-teranga/tickets/${id}/cancel`, {});
  }
}

beforeEach(clear);

describe("signing in, as the pages' own server does", () => {
  test("an owner and a barber, with what the pages keep of it", async () => {
    const answer = await page("/auth/login", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: { email: OWNER, password: TEST_PASSWORD },
    });
    expect(answer.data).toMatchObject({
      token_type: "bearer",
      user_id: expect.any(Number),
      full_name: "Aminata Sow",
      email: OWNER,
      phone_number: "",
      role: "SHOP_OWNER",
      is_active: true,
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      is_first_login: false,
    });
    const barber = await page("/auth/login/", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: { username: "luis@salon-teranga.example", password: TEST_PASSWORD },
    });
    expect(barber.data).toMatchObject({ role: "BARBER", full_name: "Luis Romero" });
  });

  test("a token is asked for whose it is, and a wrong one is refused", async () => {
    const asked = await page("/auth/validate-token", { headers: { Authorization: `Bearer ${token}` } });
    expect(asked.data).toMatchObject({ full_name: "Aminata Sow", role: "SHOP_OWNER", is_first_login: false });
    const wrong = await page("/auth/validate-token", {
      headers: { Authorization: "Bearer aaaaaaaaaaaaaaaaaaaa" },
    });
    expect([wrong.status, wrong.data.detail]).toEqual([401, "Sign in first"]);
  });

  test("what is wrong is said as `detail`, and no field tells what of it", async () => {
    for (const username of [OWNER, "nobody@example.org"]) {
      const answer = await page("/auth/login", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: { username, password: "wrong" },
      });
      expect([answer.status, answer.data.detail]).toEqual([401, "Incorrect username or password"]);
    }
    const empty = await page("/auth/login", { method: "POST", headers: bearer(), body: {} });
    expect([empty.status, typeof empty.data.detail]).toEqual([400, "string"]);
  });
});

describe("the queue page", () => {
  test("lists shops, people, services and the queue", async () => {
    const shops = await page("/shop-owners/shops", {
      headers: { ...bearer(), Accept: "application/json" },
      credentials: "include",
    });
    expect(shops.data).toEqual([
      expect.objectContaining({
        id: SHOP,
        name: "Salon Teranga",
        formatted_hours: "12:00 AM - 12:00 AM",
        is_open: true,
      }),
    ]);
    const barbers = (await page(`/shop-owners/shops/${SHOP}/barbers/`, { headers: bearer() })).data;
    expect(barbers.map(({ full_name }: Item) => full_name).toSorted()).toEqual([
      "Ibrahima Fall",
      "James Carter",
      "Luis Romero",
    ]);
    expect(barbers[0].services.map(({ name }: { name: string }) => name)).toContain("Beard trim");
    const services = (await page(`/shop-owners/shops/${SHOP}/services/`, { headers: bearer() })).data;
    expect(services).toHaveLength(4);
    await checkIn("John Doe", "5105550101");
    expect(await queue()).toEqual([
      expect.objectContaining({
        id: expect.any(Number),
        shop_id: SHOP,
        full_name: "John Doe",
        phone_number: "5105550101",
        status: "CHECKED_IN",
        position_in_queue: 1,
        service_start_time: null,
        service_end_time: null,
        barber: null,
        service: null,
      }),
    ]);
  });

  test("a dragged visitor stands at the new place, for everybody who watches", async () => {
    for (const [index, name] of ["Ann", "Ben", "Cleo"].entries())
      await checkIn(`${name} Xu`, `510555020${index}`);
    await using other = await watching();
    const cleo = (await queue()).find(({ full_name }) => full_name === "Cleo Xu");
    const answer = await page(`/shop-owners/shops/${SHOP}/queue/`, {
      method: "PUT",
      headers: bearer(),
      body: { reordered_entries: [{ queue_id: cleo?.id, new_position: 1 }], status: "CHECKED_IN" },
    });
    expect(answer.data.map(({ full_name }: Item) => full_name)).toEqual(["Cleo Xu", "Ann Xu", "Ben Xu"]);
    const seen = await shows(other, ([first]) => first?.full_name === "Cleo Xu");
    expect(seen.map(({ position_in_queue }) => position_in_queue)).toEqual([1, 2, 3]);
  });

  test("the older page's address for it, and a whole new order at once", async () => {
    for (const [index, name] of ["Ann", "Ben", "Cleo"].entries())
      await checkIn(`${name} Xu`, `510555030${index}`);
    await using other = await watching();
    const items = await queue();
    const answer = await page(`/shop-owners/shops/${SHOP}/queue/reorder`, {
      method: "PUT",
      headers: bearer(),
      body: {
        reordered_entries: items
          .toReversed()
          .map(({ id }, index) => ({ queue_id: id, new_position: index + 1 })),
      },
    });
    expect(answer.data.map(({ full_name }: Item) => full_name)).toEqual(["Cleo Xu", "Ben Xu", "Ann Xu"]);
    await shows(other, (shown) => shown.at(-1)?.full_name === "Ann Xu");
  });

  test("places count the waiting ones in the older naming, and all who are there in the later one", async () => {
    for (const [index, name] of ["Ann", "Ben", "Cleo", "Dan"].entries())
      await checkIn(`${name} Xu`, `510555040${index}`);
    const [ann, , , dan] = await queue();
    await page(`/shop-owners/shops/${SHOP}/queue/${ann?.id}`, {
      method: "PUT",
      headers: bearer(),
      body: { status: "IN_SERVICE" },
    });
    const older = await page(`/shop-owners/shops/${SHOP}/queue/`, {
      method: "PUT",
      headers: bearer(),
      body: { reordered_entries: [{ queue_id: dan?.id, new_position: 1 }], status: "CHECKED_IN" },
    });
    expect(lines(older.data)[1]).toBe("Dan Xu CHECKED_IN");
    const later = await page(`/business-owners/businesses/${SHOP}/queue`, {
      method: "PUT",
      headers: bearer(),
      body: { reordered_entries: [{ queue_id: dan?.id, new_position: 3 }] },
    });
    expect(later.data.map(({ full_name }: Item) => full_name)).toEqual([
      "Ann Xu",
      "Ben Xu",
      "Dan Xu",
      "Cleo Xu",
    ]);
    const served = await page(`/shop-owners/shops/${SHOP}/queue/`, {
      method: "PUT",
      headers: bearer(),
      body: { reordered_entries: [{ queue_id: ann?.id, new_position: 2 }] },
    });
    expect([served.status, served.data.detail]).toEqual([
      409,
      "Only visitors who are still waiting can be moved",
    ]);
  });

  test("a status from the list calls, serves and completes, on the board too", async () => {
    const [shop] = (await demoOf(server)).tenants[1]?.shops ?? [];
    const displayId = shop?.displays[0]?.id;
    await checkIn("Eve Young", "5105550501");
    await using other = await watching();
    const url = `${server.app.address.replace("http", "ws")}/ws/tenants/salon-teranga/displays/${displayId}/`;
    await using board = await connect(url, { origin: PAGES_ORIGIN });
    await board.next("refresh");
    const [item] = await queue();
    const put = (status: string) =>
      page(`/shop-owners/shops/${SHOP}/queue/${item?.id}`, {
        method: "PUT",
        headers: bearer(),
        body: { status },
      });
    expect((await put("IN_SERVICE")).data).toMatchObject({ id: item?.id, status: "IN_SERVICE" });
    expect(await board.next("ticket_called")).toMatchObject({ ticket: { status: "appele", calls: 1 } });
    expect(await board.next("ticket_updated")).toMatchObject({ ticket: { status: "en_service" } });
    await shows(other, (items) => lines(items)[0] === "Eve Young IN_SERVICE");
    expect((await put("COMPLETED")).data).toMatchObject({
      status: "COMPLETED",
      full_name: "Eve Young",
      service_end_time: expect.any(String),
    });
    await shows(other, (items) => items.length === 0);
    const history = (await page(`/shop-owners/shops/${SHOP}/queue/history`, { headers: bearer() })).data;
    expect(history[0]).toMatchObject({
      full_name: "Eve Young",
      status: "COMPLETED",
      phone_number: "5105550501",
    });
  });

  test("arrived, back to the line, cancelled; and what has no way is refused with a reason", async () => {
    await checkIn("Fay Zhou", "5105550601");
    await using other = await watching();
    const [item] = await queue();
    const put = (status: string) =>
      page(`/business-owners/businesses/${SHOP}/queue/${item?.id}`, {
        method: "PUT",
        headers: bearer(),
        body: { status },
      });
    expect((await put("ARRIVED")).data.status).toBe("ARRIVED");
    await shows(other, (items) => lines(items)[0] === "Fay Zhou ARRIVED");
    expect((await put("CHECKED_IN")).data.status).toBe("CHECKED_IN");
    await shows(other, (items) => lines(items)[0] === "Fay Zhou CHECKED_IN");
    expect((await put("CANCELLED")).data.status).toBe("CANCELLED");
    await shows(other, (items) => items.length === 0);
    expect((await put("IN_SERVICE")).status).toBeGreaterThanOrEqual(400);
    const unknown = await put("SLEEPING");
    expect([unknown.status, typeof unknown.data.detail]).toEqual([400, "string"]);
  });

  test("a barber and a service chosen from the lists stand on every page", async () => {
    await checkIn("Gus Abe", "5105550701");
    await using other = await watching();
    const [item] = await queue();
    const [barber] = (await page(`/shop-owners/shops/${SHOP}/employees/`, { headers: bearer() })).data;
    const [service] = (await page(`/shop-owners/shops/${SHOP}/services`, { headers: bearer() })).data;
    const put = (what: string, body: object, naming = `/shop-owners/shops/${SHOP}`) =>
      page(`${naming}/queue/${item?.id}/${what}`, { method: "PUT", headers: bearer(), body });
    expect((await put("barber", { barber_id: barber.id })).data.barber).toMatchObject({ id: barber.id });
    await shows(other, ([first]) => first?.barber?.full_name === barber.full_name);
    expect((await put("service", { service_id: service.id })).data.service).toMatchObject({ id: service.id });
    await shows(other, ([first]) => first?.service?.name === service.name);
    const later = `/business-owners/businesses/${SHOP}`;
    expect((await put("employee", { employee_id: null }, later)).data.employee_id).toBeNull();
    expect((await put("service", { service_id: null }, later)).data.service_id).toBeNull();
    await shows(other, ([first]) => first?.barber === null && first.service === null);
    const nobody = await put("employee", { employee_id: 999_999 });
    expect([nobody.status, nobody.data.detail]).toEqual([404, "Employee not found"]);
  });

  test("the dashboard counts the day, in both namings", async () => {
    const before = (await page("/shop-owners/dashboard", { headers: bearer() })).data;
    await checkIn("Hal Bo", "5105550801");
    await checkIn("Ida Cole", "5105550802");
    const [hal, ida] = await queue();
    const [barber] = (await page(`/shop-owners/shops/${SHOP}/barbers/`, { headers: bearer() })).data;
    const at = `/shop-owners/shops/${SHOP}/queue/${hal?.id}`;
    await page(`${at}/barber`, { method: "PUT", headers: bearer(), body: { barber_id: barber.id } });
    await page(at, { method: "PUT", headers: bearer(), body: { status: "COMPLETED" } });
    const { data } = await page("/shop-owners/dashboard", {
      headers: { ...bearer(), Accept: "application/json" },
    });
    const [shop] = data.shops;
    expect(shop).toMatchObject({ shop_id: SHOP, shop_name: "Salon Teranga", customers_in_queue: 1 });
    expect(shop.total_customers_today - before.shops[0].total_customers_today).toBe(2);
    expect(shop.customers_served - before.shops[0].customers_served).toBe(1);
    const own = shop.barber_management.find(
      ({ barber_id }: { barber_id: number }) => barber_id === barber.id,
    );
    expect(own).toMatchObject({ full_name: barber.full_name, customers_served: 1 });
    expect(data.daily_insights.total_customer_visits_today).toBe(shop.total_customers_today);
    expect(data.historical_trends).toHaveLength(7);
    expect(data.historical_trends.at(-1).total_visits).toBe(shop.total_customers_today);
    expect(shop.average_wait_time).toBeLessThan(60);
    const later = (await page("/business-owners/dashboard", { headers: bearer() })).data.businesses[0];
    expect(later).toMatchObject({ business_id: SHOP, employee_management: expect.arrayContaining([own]) });
    expect(ida?.full_name).toBe("Ida Cole");
  });
});

describe("the visitors' pages", () => {
  test("find a shop by its short name, and show it", async () => {
    const list = await page("/appointments/businesses?search=teranga");
    expect(list.data).toMatchObject({
      total: 1,
      page: 1,
      pages: 1,
      items: [{ id: SHOP, username: "salon-teranga" }],
    });
    const all = (await page("/appointments/businesses")).data;
    expect(all.total).toBe(2);
    expect((await page("/appointments/businesses?search=&page=&limit=1000")).data.items).toHaveLength(2);
    expect((await page("/appointments/businesses?page=2&limit=1")).data).toMatchObject({
      items: [{ id: SHOP }],
      total: 2,
      page: 2,
      pages: 2,
    });
    expect((await page("/appointments/businesses?search=%25")).data).toMatchObject({ items: [], total: 0 });
    for (const path of [`/appointments/business/${SHOP}`, "/appointments/shop/salon-teranga/"]) {
      const { data } = await page(path);
      expect(data).toMatchObject({
        id: SHOP,
        is_open: true,
        estimated_wait_time: expect.any(Number),
        timezone: "America/Los_Angeles",
      });
      expect(data.services.map(({ name }: { name: string }) => name)).toContain("Kids' cut");
      expect(data.operating_hours).toHaveLength(7);
      expect(data.employees).toEqual(data.barbers);
    }
  });

  test("check in with a barber and a service, see the place, and leave", async () => {
    await using other = await watching();
    const [barber] = (await page(`/shop-owners/shops/${SHOP}/barbers/`, { headers: bearer() })).data;
    const [service] = (await page(`/appointments/business/${SHOP}`)).data.services;
    const joined = await checkIn("Jane Smith", "5105550901", {
      service_id: service.id,
      employee_id: barber.id,
    });
    expect(joined.data).toMatchObject({
      full_name: "Jane Smith",
      status: "CHECKED_IN",
      position_in_queue: 1,
      estimated_wait_time: expect.any(Number),
      barber_id: barber.id,
      service_id: service.id,
    });
    await shows(other, ([first]) => first?.full_name === "Jane Smith" && first.barber?.id === barber.id);
    const again = await checkIn("Jane Smith", "(510) 555-0901");
    expect([again.status, again.data.detail]).toEqual([400, "Already in queue"]);
    const status = await page(`/queue/check-status?phone=5105550901&business_id=${SHOP}`);
    expect(status.data).toMatchObject({
      position_in_queue: 1,
      estimated_wait_time: expect.any(Number),
      status: "CHECKED_IN",
      check_in_time: expect.any(String),
      full_name: "Jane Smith",
      barber_name: barber.full_name,
      service_name: service.name,
    });
    expect((await page(`/queue/check-status?phone=5105550901&shop_id=salon-teranga`)).status).toBe(200);
    const left = await page(`/queue/leave?phone=5105550901&business_id=${SHOP}`, { method: "DELETE" });
    expect([left.ok, left.data.message]).toEqual([true, "Successfully left the queue"]);
    await shows(other, (items) => items.length === 0);
    const gone = await page(`/queue/check-status?phone=5105550901&business_id=${SHOP}`);
    expect([gone.status, gone.data.detail]).toEqual([404, "Queue entry not found"]);
  });

  test("one phone joins once, however fast it asks", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => checkIn("Kim Dee", "5105551001")));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200,
      ...Array<number>(7).fill(400),
    ]);
    expect(await queue()).toHaveLength(1);
  });

  test("P2 nor on two nodes at once", async () => {
    const config = { allowedOrigins: [PAGES_ORIGIN], secret: SECRET, databaseUrl: server.connectionString };
    await using second = await startTestApp({ config });
    const other = pageOf(second);
    const body = { shop_id: SHOP, full_name: "Kim Dee", phone_number: "5105551002", number_of_people: 1 };
    const request = { method: "POST", headers: { "Content-Type": "application/json" }, body };
    for (let round = 0; round < 5; round += 1) {
      const answers = await Promise.all([page("/queue/", request), other("/queue/", request)]);
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400]);
      expect(await queue()).toHaveLength(1);
      await clear();
    }
  });

  test("the public list hides phones, and the page without the slash shows the same frame over HTTP", async () => {
    await checkIn("Leo Eng", "5105551101");
    expect((await page(`/queue/${SHOP}`)).data).toEqual([
      expect.objectContaining({ full_name: "Leo Eng", phone_number: null, position_in_queue: 1 }),
    ]);
    await using other = await connect(`${server.app.address.replace("http", "ws")}/ws/queue/${SHOP}`, {
      origin: PAGES_ORIGIN,
    });
    const frame = await other.next();
    const { data } = await page(`/queue/display/${SHOP}`, { credentials: "include" });
    expect({ ...data, current_time: "" }).toEqual({ ...frame, current_time: "" });
    expect(data.queue[0]).toMatchObject({ name: "Leo Eng", calculated_position: 1, number_of_people: 1 });
  });
});
