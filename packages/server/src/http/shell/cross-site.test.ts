import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AGENT, apiOf, clinicOf, signIn } from "../../testing/api.ts";
import { startTestApp, TEST_PASSWORD, type TestApp } from "../../testing/start-test-app.ts";
import { tryConnect } from "../../ws/testing/test-client.ts";
import { LOOK_ALIKES, PARTNER, PUBLIC_URL } from "../testing/look-alike-origins.ts";

let server: TestApp;
let cookie: string;
let seq: () => Promise<number>;
beforeAll(async () => {
  server = await startTestApp({ config: { publicUrl: PUBLIC_URL, allowedOrigins: [PARTNER] } });
  const agent = await signIn(server, AGENT);
  const clinic = await clinicOf(server);
  seq = async () => (await agent("GET", `${clinic.tenant}/shops/${clinic.shopId}/state`)).body.seq;
  const answer = await apiOf(server)("POST", "/auth/login", { email: AGENT, password: TEST_PASSWORD });
  cookie = (answer.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
}, 60_000);
afterAll(() => server[Symbol.asyncDispose]());

describe("security: an origin that only looks allowed gets no rights from a cookie", () => {
  test.each([...LOOK_ALIKES])("%s", async (origin) => {
    const headers = { cookie, origin };
    const write = await apiOf(server)("POST", "/auth/socket-ticket", undefined, { headers });
    expect([write.status, write.body.code]).toEqual([403, "origin-refused"]);
    const read = await apiOf(server)("GET", "/auth/me", undefined, { headers });
    expect(read.status).not.toBe(200);
    expect(read.headers.get("access-control-allow-origin")).toBeNull();
    const url = `${server.app.address.replace("http", "ws")}/ws/v1`;
    expect(await tryConnect(url, { headers: { cookie }, origin })).toEqual({
      status: 403,
      code: "origin-refused",
    });
  });

  test.each([PUBLIC_URL, PARTNER])("%s itself has them", async (origin) => {
    const headers = { cookie, origin };
    const write = await apiOf(server)("POST", "/auth/socket-ticket", undefined, { headers });
    expect(write.status).toBe(200);
  });
});

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
}

/** Every route that changes something, as the API describes itself. */
async function writes(): Promise<readonly Operation[]> {
  const { body } = await apiOf(server)("GET", "//api/openapi.json");
  const paths = Object.entries<Record<string, { readonly operationId: string }>>(body.paths);
  return paths.flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => !["get", "head", "options"].includes(method))
      .map(([method, { operationId }]) => ({ method: method.toUpperCase(), path, operationId })),
  );
}

/**
 * What a stranger may do from anywhere, so that a cookie adds nothing to it; and what needs the visitor's own cookie,
 * which the last tests bring.
 */
const FOR_STRANGERS = new Set<string>([
  "signup",
  "openPairing",
  "takeDeviceKey",
  "pingDisplay",
  "confirmPresence",
  "leave",
  "forgetMe",
  "holdSlot",
  "releaseSlot",
  "book",
  "moveOwnAppointment",
  "cancelOwnAppointment",
  "sayOnMyWay",
  "sayLate",
  "checkInOwnAppointment",
  "forgetBooker",
  "subscribeToAppointment",
  "unsubscribeFromAppointment",
  "subscribeToTicket",
  "unsubscribeFromTicket",
  "joinWaitingList",
  "leaveWaitingList",
  "declineOffer",
  "acceptOffer",
  "pageJoin",
  "pageLeave",
  "pagePhoneCode",
  "pageBook",
  "pageMoveAppointment",
  "pageCancelAppointment",
]);

const PAGES: readonly Record<string, string>[] = [
  { origin: "https://evil.example" },
  { origin: "null" },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
];

const filled = (path: string): string =>
  path.replace("{slug}", "clinique-madeleine").replaceAll(/\{[^}]+\}/g, "1");

describe("security: no route that changes something takes a cookie from a page of another site", () => {
  const FORMS = ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x"];

  test("each, from each kind of page", async () => {
    const before = await seq();
    const all = await writes();
    expect(all.length).toBeGreaterThan(40);
    const taken: string[] = [];
    for (const { method, path, operationId } of all) {
      for (const page of PAGES) {
        const answer = await apiOf(server)(method, `/${filled(path)}`, {}, { headers: { cookie, ...page } });
        const refused = answer.body.code === "origin-refused" || answer.body.code === "unauthenticated";
        if (!refused || answer.headers.get("set-cookie") !== null)
          taken.push(`${operationId} ${JSON.stringify(page)} ${answer.status} ${answer.body.code}`);
      }
    }
    expect(taken.filter((line) => !FOR_STRANGERS.has(line.split(" ", 1)[0] ?? ""))).toEqual([]);
    expect(await seq()).toBe(before);
  });

  test("a form, whatever its encoding, is read by none", async () => {
    for (const { method, path, operationId } of await writes()) {
      for (const type of FORMS) {
        const headers = { cookie, "content-type": type };
        const answer = await apiOf(server)(method, `/${filled(path)}`, "a=1", { headers });
        expect([operationId, type, answer.status < 300]).toEqual([operationId, type, false]);
      }
    }
  });

  test("nor a visitor's cookie, which is that of one ticket", async () => {
    const clinic = await clinicOf(server);
    const base = "/public/tenants/clinique-madeleine";
    const anyone = apiOf(server);
    const joined = await anyone("POST", `${base}/queues/${clinic.queueId}/signup/`, { full_name: "Awa" });
    const own = (joined.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
    expect(own).toContain("callnext_ticket_");
    const ticket = `${base}/tickets/${joined.body.ticket_id}/`;
    for (const page of PAGES) {
      for (const [method, path] of [
        ["DELETE", ticket],
        ["DELETE", `${ticket}person`],
      ] as const) {
        const answer = await anyone(method, path, undefined, { headers: { cookie: own, ...page } });
        expect([method, path, page, answer.status < 300]).toEqual([method, path, page, false]);
      }
    }
    const own2 = { cookie: own, origin: PUBLIC_URL };
    expect((await anyone("DELETE", ticket, undefined, { headers: own2 })).status).toBeLessThan(300);
  });

  test("nor that of one appointment", async () => {
    const anyone = apiOf(server);
    const salon = "/public/shops/salon-teranga/booking";
    const { body: page } = await anyone("GET", `${salon}/`);
    const { body: free } = await anyone("GET", `${salon}/slots/?service_id=${page.services[0].id}&days=3`);
    const booked = await anyone("POST", `${salon}/appointments/`, {
      full_name: "Awa",
      phone_number: "+221771234567",
      service_id: page.services[0].id,
      appointment_time: free.days[2].slots[0].start,
    });
    const own = (booked.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
    expect(own).toContain("callnext_appointment_");
    const path = `/public/appointments/${booked.body.appointment.id}/`;
    const tried = [
      ["PUT", path, { appointment_time: free.days[2].slots[8].start }],
      ["POST", `${path}on-my-way/`, {}],
      ["POST", `${path}late/`, { minutes: 5 }],
      ["POST", `${path}check-in/`, {}],
      ["DELETE", `${path}person`, undefined],
      ["DELETE", path, undefined],
    ] as const;
    for (const from of PAGES)
      for (const [method, at, body] of tried) {
        const answer = await anyone(method, at, body, { headers: { cookie: own, ...from } });
        expect([method, at, from, answer.status]).toEqual([method, at, from, 404]);
      }
    const here = { cookie: own, origin: PUBLIC_URL };
    expect((await anyone("DELETE", path, undefined, { headers: here })).status).toBe(200);
  });
});
