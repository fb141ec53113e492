import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ADMIN, AGENT, type Answer, type Api, apiOf, signIn } from "../../testing/api.ts";
import { startTestApp, type TestApp } from "../../testing/start-test-app.ts";

const PLENTY = { burst: 1_000, perSecond: 1 };
/** A few of each, far enough apart that it shows which rate it was. */
const RATES = {
  perAddress: { burst: 40, perSecond: 1 },
  perPerson: { burst: 20, perSecond: 1 },
  perKey: { burst: 10, perSecond: 1 },
  perDevice: PLENTY,
  perTenant: { burst: 60, perSecond: 1 },
  perBookingAddress: { burst: 3, perSecond: 1 },
  perSearchingAddress: { burst: 5, perSecond: 1 },
};

/** Of a service that is not there: what is limited is the asking. */
const WISH = {
  service_id: 999_999,
  appointment_time: "2030-01-01T10:00:00Z",
  full_name: "Awa Ndiaye",
  phone_number: "+221771234567",
};

/** How many of these were answered before the first refusal, and what that was. */
async function untilRefused(
  ask: (turn: number) => Promise<Answer>,
): Promise<{ after: number; answer: Answer }> {
  for (let turn = 0; turn < 200; turn += 1) {
    const answer = await ask(turn);
    if (answer.status === 429) return { after: turn, answer };
  }
  throw new Error("nothing was refused");
}

function expectToldWhen({ headers, body }: Answer): void {
  expect(body).toMatchObject({ code: "too-many-requests", status: 429 });
  expect(headers.get("content-type")).toContain("application/problem+json");
  expect(Number(headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
  expect(body.retry_after).toBe(Number(headers.get("retry-after")));
}

describe("security: rates", () => {
  let server: TestApp;
  let anyone: Api;
  let now = Date.now();
  beforeAll(async () => {
    const config = { rateLimits: true, trustedProxies: ["127.0.0.1"] };
    server = await startTestApp({ config, shell: { rates: RATES }, now: () => now });
    anyone = apiOf(server);
  }, 60_000);
  afterAll(() => server[Symbol.asyncDispose]());

  let addresses = 0;
  /** From an address that nobody came from yet. */
  const elsewhere = () => {
    addresses += 1;
    return { headers: { "x-forwarded-for": `198.51.${Math.floor(addresses / 250)}.${addresses % 250}` } };
  };
  const from = (address: string) => ({ headers: { "x-forwarded-for": address } });

  test("one person has one rate, from however many addresses and sessions, and nobody else's", async () => {
    const sessions = [await signIn(server, AGENT), await signIn(server, AGENT)] as const;
    const other = await signIn(server, ADMIN);
    const refused = await untilRefused((turn) =>
      (turn % 2 === 0 ? sessions[0] : sessions[1])("GET", "/auth/me", undefined, elsewhere()),
    );
    expect(refused.after).toBe(20);
    expectToldWhen(refused.answer);
    expect((await other("GET", "/auth/me", undefined, elsewhere())).status).toBe(200);
    now += 1_000;
    expect((await sessions[0]("GET", "/auth/me", undefined, elsewhere())).status).toBe(200);
  });

  test("one API key has a rate of its own", async () => {
    now += 60_000;
    const admin = await signIn(server, ADMIN);
    const made = await admin("POST", "/tenants/clinique-madeleine/keys", { name: "bridge", role: "viewer" });
    expect(made.status).toBe(201);
    const program = apiOf(server, made.body.secret);
    const refused = await untilRefused(() =>
      program("GET", "/tenants/clinique-madeleine/shops", undefined, elsewhere()),
    );
    expect(refused.after).toBe(10);
    expectToldWhen(refused.answer);
    expect((await admin("GET", "/auth/me", undefined, elsewhere())).status).toBe(200);
  });

  test("one address has one rate, an IPv6 customer's whole /64 together; what has no route counts too", async () => {
    const refused = await untilRefused((turn) =>
      anyone(
        "GET",
        turn % 2 === 0 ? "/nowhere" : "/setup",
        undefined,
        from(`2001:db8:1:2::${turn.toString(16)}`),
      ),
    );
    expect(refused.after).toBe(40);
    expectToldWhen(refused.answer);
    expect((await anyone("GET", "/setup", undefined, from("2001:db8:1:3::1"))).status).toBe(200);
    expect((await anyone("GET", "//healthz", undefined, from("2001:db8:1:2::1"))).status).toBe(200);
  });

  test("one organisation has one rate, and the others are served meanwhile", async () => {
    now += 60_000;
    const refused = await untilRefused(() =>
      anyone("GET", "/public/tenants/salon-teranga/queues/", undefined, elsewhere()),
    );
    expect(refused.after).toBe(60);
    expectToldWhen(refused.answer);
    const others = await anyone("GET", "/public/tenants/clinique-madeleine/queues/", undefined, elsewhere());
    expect(others.status).toBe(200);
  });

  test("one address takes only so many slots, by holding or by booking, and searches so often", async () => {
    now += 60_000;
    const salon = "/public/shops/salon-teranga/booking";
    const booker = from("203.0.113.9");
    const refused = await untilRefused((turn) =>
      anyone("POST", `${salon}/${turn % 2 === 0 ? "holds" : "appointments"}/`, WISH, booker),
    );
    expect(refused.after).toBe(3);
    expectToldWhen(refused.answer);
    const searched = await untilRefused(() =>
      anyone("GET", `${salon}/slots/?service_id=1`, undefined, booker),
    );
    expect(searched.after).toBe(5);
    expect((await anyone("GET", `${salon}/`, undefined, booker)).status).toBe(200);
    expect((await anyone("POST", `${salon}/holds/`, WISH, elsewhere())).status).toBe(404);
  });

  test("one address takes no more slots by the first document's pages, and asks no more often by moving", async () => {
    now += 60_000;
    const booked = await untilRefused(() =>
      anyone("POST", "//appointments", { ...WISH, shop_id: 2 }, from("203.0.113.10")),
    );
    expect(booked.after).toBe(3);
    expect(booked.answer.body.detail).toMatch(/./);
    const booker = from("203.0.113.11");
    const moved = await untilRefused(() => anyone("PUT", "/public/appointments/1/", WISH, booker));
    expect(moved.after).toBe(3);
    expectToldWhen(moved.answer);
  });

  test("X-Forwarded-For is read from behind: what the client itself wrote there changes nothing", async () => {
    const refused = await untilRefused((turn) =>
      anyone("GET", "/setup", undefined, from(`10.9.8.${turn % 250}, 203.0.113.77`)),
    );
    expect(refused.after).toBe(40);
  });
});

test("security: X-Forwarded-For of a peer that nobody trusts changes nothing", async () => {
  const at = Date.now();
  await using bare = await startTestApp({
    config: { rateLimits: true },
    shell: { rates: RATES },
    now: () => at,
  });
  const refused = await untilRefused((turn) => {
    const headers = { "x-forwarded-for": `203.0.113.${turn}`, forwarded: `for=203.0.113.${turn}` };
    return apiOf(bare)("GET", "/setup", undefined, { headers });
  });
  expect(refused.after).toBe(40);
}, 30_000);
