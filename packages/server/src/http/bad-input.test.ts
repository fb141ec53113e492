import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AGENT, apiOf, type Api, type Clinic, clinicOf, MANAGER, signIn } from "../testing/api.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";

let server: TestApp;
let agent: Api;
let manager: Api;
let clinic: Clinic;
beforeAll(async () => {
  server = await startTestApp();
  [agent, manager, clinic] = [
    await signIn(server, AGENT),
    await signIn(server, MANAGER),
    await clinicOf(server),
  ];
});
afterAll(() => server[Symbol.asyncDispose]());

const signup = (body: unknown, headers?: Record<string, string>) =>
  apiOf(server)(
    "POST",
    `/public/tenants/clinique-madeleine/queues/${clinic.queueId}/signup/`,
    body,
    headers === undefined ? {} : { headers },
  );
const seq = async (): Promise<number> => (await agent("GET", `${clinic.tenant}/shops/1/state`)).body.seq;

describe("a signup that is not acceptable names its field and changes nothing", () => {
  test.each([
    ["no name", {}, "full_name"],
    ["an empty name", { full_name: "   " }, "full_name"],
    ["a name that is no text", { full_name: 5 }, "full_name"],
    ["a name of 121 characters", { full_name: "x".repeat(121) }, "full_name"],
    ["a line break", { full_name: "a\nb" }, "full_name"],
    ["a zero byte", { full_name: "a\u0000b" }, "full_name"],
    ["text turned around", { full_name: "a\u202Eb" }, "full_name"],
    ["half a surrogate pair", '{"full_name":"a\\ud800b"}', "full_name"],
    ["a phone of 6 digits", { full_name: "x", phone: "123456" }, "phone"],
    ["a phone of 16 digits", { full_name: "x", phone: "1234567890123456" }, "phone"],
    ["a phone with letters", { full_name: "x", phone: "call me maybe" }, "phone"],
    ["a phone that is a number", { full_name: "x", phone: 221_770_000 }, "phone"],
    ["an e-mail without @", { full_name: "x", email: "nobody" }, "email"],
    ["a language that is none", { full_name: "x", locale: "../../etc" }, "locale"],
    ["an array", [], ""],
    ["a text", '"hello"', ""],
    ["null", "null", ""],
  ])("%s", async (_what, body, field) => {
    const before = await seq();
    const answer = await signup(body);
    expect([answer.status, answer.body.code, answer.body.field ?? ""]).toEqual([400, "invalid-input", field]);
    expect(await seq()).toBe(before);
  });

  test.each(["Zoë O'Connor-Díaz", "王小明", "🙂", "x".repeat(120), "<script>alert(1)</script>"])(
    "%s is a name",
    async (name) => {
      expect((await signup({ full_name: name })).status).toBe(201);
    },
  );

  test.each(["+221 77 123 45 67", "(510) 555-0199", "770000001", "+1.510.555.0199"])(
    "%s is a phone number",
    async (phone) => {
      expect((await signup({ full_name: "x", phone })).status).toBe(201);
    },
  );

  test("unknown keys are dropped, those of the prototype included", async () => {
    const answer = await signup(
      '{"full_name":"x","__proto__":{"admin":true},"constructor":{"prototype":{"x":1}},"priority":2}',
    );
    expect(answer.status).toBe(201);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});

describe("bodies", () => {
  test.each(["{", "{'a':1}", "\u0000", '{"a":1}}', "undefined"])("malformed JSON %j", async (body) => {
    const answer = await signup(body);
    expect([answer.status, answer.body.code]).toEqual([400, "bad-json"]);
    expect(JSON.stringify(answer.body)).not.toContain("node:");
  });

  test("more than 64 KiB", async () => {
    const answer = await signup({ full_name: "x", note: "y".repeat(70_000) });
    expect([answer.status, answer.body.code]).toEqual([413, "body-too-large"]);
  });

  test("another media type", async () => {
    const answer = await signup("full_name=x", { "content-type": "application/x-www-form-urlencoded" });
    expect([answer.status, answer.body.code]).toEqual([415, "unsupported-media-type"]);
  });
});

describe("commands that are not acceptable", () => {
  test.each([
    ["call-next without a counter", "POST", "/queues/QUEUE/call-next", {}, 400, "invalid-input", "counter"],
    [
      "call-next at an empty counter",
      "POST",
      "/queues/QUEUE/call-next",
      { counter: " " },
      400,
      "invalid-input",
      "counter",
    ],
    [
      "call-next at a negative counter",
      "POST",
      "/queues/QUEUE/call-next",
      { counter: -1 },
      400,
      "invalid-input",
      "counter",
    ],
    [
      "a priority that is none",
      "POST",
      "/queues/QUEUE/tickets",
      { priority: "vip" },
      400,
      "invalid-input",
      "priority",
    ],
    [
      "an unknown service",
      "POST",
      "/queues/QUEUE/tickets",
      { service_id: 9999 },
      404,
      "service-not-found",
      undefined,
    ],
    [
      "another shop's service",
      "POST",
      "/queues/QUEUE/tickets",
      { service_id: 4 },
      404,
      "service-not-found",
      undefined,
    ],
    [
      "a place before the first",
      "PUT",
      "/queues/QUEUE/order",
      { ticket_id: "x", position: 0 },
      400,
      "invalid-input",
      "position",
    ],
    [
      "an unknown ticket in the order",
      "PUT",
      "/queues/QUEUE/order",
      { ticket_id: "x", position: 1 },
      404,
      "ticket-not-found",
      undefined,
    ],
    [
      "an unknown queue",
      "POST",
      "/queues/nonsense/call-next",
      { counter: 1 },
      404,
      "queue-not-found",
      undefined,
    ],
    [
      "a queue of zeros",
      "POST",
      "/queues/00000000-0000-0000-0000-000000000000/call-next",
      { counter: 1 },
      404,
      "queue-not-found",
      undefined,
    ],
    [
      "an unknown ticket",
      "POST",
      "/tickets/00000000-0000-4000-8000-000000000000/start",
      undefined,
      404,
      "ticket-not-found",
      undefined,
    ],
    [
      "a ticket's number for its id",
      "POST",
      "/tickets/A001/start",
      undefined,
      404,
      "ticket-not-found",
      undefined,
    ],
    ["an unknown step", "POST", "/tickets/A001/explode", undefined, 404, "not-found", undefined],
    ["an unknown shop", "GET", "/shops/99/state", undefined, 404, "shop-not-found", undefined],
    ["a shop that is no number", "GET", "/shops/one/state", undefined, 404, "shop-not-found", undefined],
    [
      "a shop beyond every number",
      "GET",
      "/shops/99999999999999999999/state",
      undefined,
      404,
      "shop-not-found",
      undefined,
    ],
    ["an escaped path", "GET", "/shops/..%2f..%2f1/state", undefined, 404, "shop-not-found", undefined],
    [
      "an unknown display",
      "POST",
      "/displays/nonsense/refresh",
      undefined,
      404,
      "display-not-found",
      undefined,
    ],
  ] as const)("%s", async (_what, method, path, body, status, code, field) => {
    const answer = await agent(method, clinic.tenant + path.replace("QUEUE", clinic.queueId), body);
    expect([answer.status, answer.body.code, answer.body.field]).toEqual([status, code, field]);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
  });

  test("call needs a counter, and says so", async () => {
    const { id } = (await agent("POST", `${clinic.tenant}/queues/${clinic.queueId}/tickets`)).body.ticket;
    expect((await agent("POST", `${clinic.tenant}/tickets/${id}/call`)).body).toMatchObject({
      code: "invalid-input",
      field: "counter",
    });
  });

  test.each([
    ["/shops/1", { time_zone: "Mars/Olympus" }, "time_zone"],
    ["/shops/1", { opening_hours: { monday: [] } }, "opening_hours.tuesday"],
    ["/shops/1", { grace_minutes: -1 }, "grace_minutes"],
    ["/queues/QUEUE", { prefix: "A1" }, "prefix"],
    ["/queues/QUEUE", { prefix: "ABCD" }, "prefix"],
    ["/queues/QUEUE", { capacity: 0 }, "capacity"],
    ["/queues/QUEUE", { policy: { kind: "lottery" } }, "policy.kind"],
    ["/queues/QUEUE", { policy: { kind: "ratio", ordinary: 0, priority: 1 } }, "policy.ordinary"],
  ])("the setting %s %j is refused at %s", async (path, body, field) => {
    const answer = await manager("PATCH", clinic.tenant + path.replace("QUEUE", clinic.queueId), body);
    expect([answer.status, answer.body.code, answer.body.field]).toEqual([400, "invalid-input", field]);
  });
});

describe("tokens", () => {
  test.each(["", "x", "null", "undefined", "a".repeat(5000), "' or 1=1 --", "%00"])(
    "%j opens nothing",
    async (token) => {
      const answer = await apiOf(server, token)("GET", "/auth/me");
      expect([401, 431]).toContain(answer.status);
    },
  );
});

test.each(["/public/tenants/%00/queues/", "/public/shops/%00", "/public/tenants/%00/tickets/%00/"])(
  "a zero byte in the address failed in the database: %s names nothing",
  async (path) => {
    const answer = await apiOf(server)("GET", path);
    expect([answer.status, answer.body.code]).toEqual([404, expect.stringMatching(/-not-found$/)]);
  },
);
