import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Action, ACTIONS, may, type Role } from "../people/permissions.ts";
import {
  ADMIN,
  AGENT,
  apiOf,
  type Api,
  type Clinic,
  clinicOf,
  MANAGER,
  OWNER,
  signIn,
} from "../testing/api.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";

let server: TestApp;
let clinic: Clinic;
let people: Record<Role, Api>;
let foreigner: Api;
beforeAll(async () => {
  server = await startTestApp();
  clinic = await clinicOf(server);
  people = {
    agent: await signIn(server, AGENT),
    manager: await signIn(server, MANAGER),
    admin: await signIn(server, ADMIN),
  };
  foreigner = await signIn(server, OWNER);
});
afterAll(() => server[Symbol.asyncDispose]());

type Try = (place: Clinic) => readonly [method: string, path: string, body?: unknown];

/** Every staff route with the action it needs. Bodies are refused as input or as state where the right is there, so that nothing changes. */
const ROUTES: readonly (readonly [Action, Try])[] = [
  ["see-shops", () => ["GET", "/shops"]],
  ["see-shops", ({ shopId }) => ["GET", `/shops/${shopId}/state`]],
  ["serve-visitors", ({ queueId }) => ["POST", `/queues/${queueId}/tickets`, { full_name: 1 }]],
  ["serve-visitors", ({ queueId }) => ["POST", `/queues/${queueId}/call-next`, {}]],
  ["serve-visitors", ({ queueId }) => ["PUT", `/queues/${queueId}/order`, {}]],
  ...[
    "call",
    "recall",
    "retract",
    "start",
    "complete",
    "no-show",
    "hold",
    "resume",
    "return",
    "cancel",
    "transfer",
  ].map((step): readonly [Action, Try] => [
    "serve-visitors",
    () => ["POST", `/tickets/${randomUUID()}/${step}`, { counter: {} }],
  ]),
  ...["open", "pause", "close"].map((step): readonly [Action, Try] => [
    "set-queue-status",
    () => ["POST", `/queues/${randomUUID()}/${step}`],
  ]),
  ["refresh-display", () => ["POST", `/displays/${randomUUID()}/refresh`]],
  ["see-settings", ({ shopId }) => ["GET", `/shops/${shopId}/queues`]],
  ["see-settings", ({ shopId }) => ["GET", `/shops/${shopId}/services`]],
  ["see-settings", ({ shopId }) => ["GET", `/shops/${shopId}/counters`]],
  ["see-settings", ({ shopId }) => ["GET", `/shops/${shopId}/displays`]],
  ["change-settings", ({ shopId }) => ["PATCH", `/shops/${shopId}`, { name: "" }]],
  ["change-settings", ({ shopId }) => ["POST", `/shops/${shopId}/queues`, {}]],
  ["change-settings", ({ queueId }) => ["PATCH", `/queues/${queueId}`, { name: "" }]],
  ["change-settings", () => ["DELETE", `/queues/${randomUUID()}`]],
  ["change-settings", ({ shopId }) => ["POST", `/shops/${shopId}/services`, {}]],
  ["change-settings", ({ shopId }) => ["PATCH", `/shops/${shopId}/services/1`, { name: "" }]],
  ["change-settings", ({ shopId }) => ["DELETE", `/shops/${shopId}/services/999`]],
  ["change-settings", ({ shopId }) => ["POST", `/shops/${shopId}/counters`, {}]],
  ["change-settings", () => ["PATCH", `/counters/${randomUUID()}`, { label: "x" }]],
  ["change-settings", () => ["DELETE", `/counters/${randomUUID()}`]],
  ["change-settings", ({ shopId }) => ["POST", `/shops/${shopId}/displays`, {}]],
  ["change-settings", ({ displayId }) => ["PATCH", `/displays/${displayId}`, { name: "" }]],
  ["create-shop", () => ["POST", "/shops", {}]],
  ["see-staff", () => ["GET", "/staff"]],
  ["change-staff", () => ["POST", "/staff", {}]],
  ["change-staff", () => ["PATCH", "/staff/1", { full_name: "" }]],
  ["run-simulation", () => ["GET", "/demo/simulation"]],
  ["run-simulation", () => ["POST", "/demo/simulation", {}]],
];

const named = ROUTES.map(([action, attempt]) => {
  const [method, path] = attempt({
    shopId: 1,
    queueId: ":queue",
    otherQueueId: "",
    displayId: ":display",
    tenant: "",
  });
  return { title: `${method} ${path.replace(/[0-9a-f-]{36}/, ":id")}`, action, attempt };
});

test("the table names every action", () => {
  expect(new Set(ROUTES.map(([action]) => action))).toEqual(new Set(ACTIONS));
});

describe.each(["agent", "manager", "admin"] as const)("%s", (role) => {
  test.each(named)("$title ($action)", async ({ action, attempt }) => {
    const [method, path, body] = attempt(clinic);
    const answer = await people[role](method, `${clinic.tenant}${path}`, body);
    if (may(role, action))
      expect(["unauthenticated", "forbidden", "tenant-not-found"]).not.toContain(answer.body.code);
    else expect([answer.status, answer.body.code]).toEqual([403, "forbidden"]);
  });
});

describe("P15 tenant wall", () => {
  test.each(named)("$title: nobody signed in, and a stranger's session, get nothing", async ({ attempt }) => {
    const [method, path, body] = attempt(clinic);
    const unsigned = await apiOf(server)(method, `${clinic.tenant}${path}`, body);
    expect([unsigned.status, unsigned.body.code]).toEqual([401, "unauthenticated"]);
    const stranger = await foreigner(method, `${clinic.tenant}${path}`, body);
    const unknown = await foreigner(method, `/tenants/no-such-tenant${path}`, body);
    expect([stranger.status, stranger.body]).toEqual([404, unknown.body]);
    expect(stranger.body.code).toBe("tenant-not-found");
  });

  test("things of another organisation are as unknown under one's own name as what never was", async () => {
    const own = "/tenants/salon-teranga";
    const agent = people.agent;
    const { id } = (await agent("POST", `${clinic.tenant}/queues/${clinic.queueId}/tickets`, {})).body.ticket;
    const tries: readonly (readonly [string, string, string, unknown?])[] = [
      ["GET", `${own}/shops/${clinic.shopId}/state`, "shop-not-found"],
      ["PATCH", `${own}/shops/${clinic.shopId}`, "shop-not-found", { name: "Mine" }],
      ["POST", `${own}/queues/${clinic.queueId}/call-next`, "queue-not-found", { counter: 1 }],
      ["POST", `${own}/queues/${clinic.queueId}/tickets`, "queue-not-found", {}],
      ["POST", `${own}/tickets/${id}/cancel`, "ticket-not-found"],
      ["PATCH", `${own}/displays/${clinic.displayId}`, "display-not-found", { name: "Mine" }],
      ["PATCH", `${own}/queues/${clinic.queueId}`, "queue-not-found", { name: "Mine" }],
      ["PATCH", `${own}/staff/1`, "staff-not-found", { role: "agent" }],
    ];
    for (const [method, path, code, body] of tries) {
      const answer = await foreigner(method, path, body);
      expect([path, answer.status, answer.body.code]).toEqual([path, 404, code]);
    }
    const transfer = await foreigner("POST", `${own}/tickets/${id}/transfer`, { queue_id: clinic.queueId });
    expect(transfer.body.code).toBe("ticket-not-found");
    expect((await apiOf(server)("GET", `/public/tenants/salon-teranga/tickets/${id}/`)).body.code).toBe(
      "ticket-not-found",
    );
  });
});
