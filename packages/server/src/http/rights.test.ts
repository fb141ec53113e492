import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ACTIONS, type Holder, may, type OperatorAction, type TenantAction } from "../people/permissions.ts";
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
import { makeOperator } from "../testing/make-operator.ts";
import { pairBoard } from "../testing/pair-board.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { type DeclaredRoute, declaredRoutes, tried } from "../testing/declared-routes.ts";

const SLUG = "clinique-madeleine";
const OPERATOR = "ibrahima@salon-teranga.example";
const VIEWER = "viewer@clinique-madeleine.example";

/** Everybody who can ask: a member by role, an API key by role, and those who are no member of the tenant. */
const MEMBERS = ["admin", "manager", "agent", "viewer"] as const;
const KEYS = ["manager", "agent", "viewer"] as const;

let server: TestApp;
let clinic: Clinic;
let routes: readonly DeclaredRoute[];
const callers = new Map<string, Api>();

beforeAll(async () => {
  server = await startTestApp();
  clinic = await clinicOf(server);
  const admin = await signIn(server, ADMIN);
  callers.set("admin", admin);
  callers.set("manager", await signIn(server, MANAGER));
  callers.set("agent", await signIn(server, AGENT));
  callers.set("viewer", await newViewer(server, admin));
  for (const role of KEYS) callers.set(`key:${role}`, await newKey(server, admin, role));
  callers.set("stranger", await signIn(server, OWNER));
  callers.set("operator", await newOperator(server));
  const key = await pairBoard(apiOf(server), admin, clinic.tenant, clinic.displayId);
  callers.set("device", apiOf(server, key));
  callers.set("nobody", apiOf(server));
  routes = await declaredRoutes(server);
});
afterAll(() => server[Symbol.asyncDispose]());

async function newViewer(app: TestApp, admin: Api): Promise<Api> {
  const body = { full_name: "Only Looking", email: VIEWER, password: "a viewer's password", role: "viewer" };
  expect((await admin("POST", `/tenants/${SLUG}/staff`, body)).status).toBe(201);
  return await signIn(app, VIEWER, body.password);
}

async function newKey(app: TestApp, admin: Api, role: string): Promise<Api> {
  const made = await admin("POST", `/tenants/${SLUG}/keys`, { name: `a program, ${role}`, role });
  expect(made.status).toBe(201);
  return apiOf(app, made.body.secret);
}

async function newOperator(app: TestApp): Promise<Api> {
  await makeOperator(app, OPERATOR);
  return await signIn(app, OPERATOR);
}

function caller(name: string): Api {
  const found = callers.get(name);
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found;
}

const REFUSALS = [
  "unauthenticated",
  "forbidden",
  "tenant-not-found",
  "tenant-suspended",
  "second-factor-required",
  "origin-refused",
];

interface Expected {
  readonly allowed: boolean;
  readonly status?: number;
  readonly code?: string;
}

const ALLOWED: Expected = { allowed: true };
const FORBIDDEN: Expected = { allowed: false, status: 403, code: "forbidden" };
const FOREIGN: Expected = { allowed: false, status: 404, code: "tenant-not-found" };
const UNKNOWN: Expected = { allowed: false, status: 401, code: "unauthenticated" };

async function expectEach(name: string, which: readonly DeclaredRoute[], expected: Expected): Promise<void> {
  for (const route of which) {
    const at = `${route.method} ${route.path}`;
    const { status, body } = await caller(name)(...tried(route, SLUG));
    if (expected.allowed)
      expect([at, REFUSALS.includes(body.code) ? body.code : "let in"]).toEqual([at, "let in"]);
    else expect([at, status, body.code]).toEqual([at, expected.status, expected.code]);
  }
}

const isOperators = (action: string): boolean => may("operator", action as TenantAction);
const TENANT_ACTIONS = ACTIONS.filter((action): action is TenantAction => !isOperators(action));
const OPERATOR_ACTIONS = ACTIONS.filter((action): action is OperatorAction => isOperators(action));

const withAction = (action: string): readonly DeclaredRoute[] =>
  routes.filter(({ authorisation }) => "action" in authorisation && authorisation.action === action);
const ofKind = (kind: string): readonly DeclaredRoute[] =>
  routes.filter(({ authorisation }) => authorisation.kind === kind);

/** Asked for inside a route or a topic, so that no route stands for them. */
const ASKED_INSIDE = new Set(["see-visitors", "see-metrics"]);

test.each(ACTIONS.filter((action) => !ASKED_INSIDE.has(action)))("a route stands for %s", (action) => {
  expect(withAction(action)).not.toEqual([]);
});

const cells = (holders: readonly string[]): [string, TenantAction][] =>
  holders.flatMap((holder) => TENANT_ACTIONS.map((action): [string, TenantAction] => [holder, action]));

const byRole = (role: Holder, action: TenantAction): Expected => (may(role, action) ? ALLOWED : FORBIDDEN);

describe("security: role × action, every cell over HTTP", () => {
  test.each(cells(MEMBERS))("%s: %s", async (role, action) => {
    await expectEach(role, withAction(action), byRole(role as Holder, action));
  });

  test.each(cells(KEYS))("an API key as %s: %s", async (role, action) => {
    await expectEach(`key:${role}`, withAction(action), byRole(role as Holder, action));
  });

  test.each(cells(["stranger", "operator"]))("P15 %s: %s of another tenant", async (name, action) => {
    await expectEach(name, withAction(action), FOREIGN);
  });

  test.each(cells(["device"]))("%s: %s", async (name, action) => {
    expect(may("device", action)).toBe(false);
    await expectEach(name, withAction(action), FOREIGN);
  });

  test.each(cells(["nobody"]))("%s: %s", async (name, action) => {
    await expectEach(name, withAction(action), UNKNOWN);
  });
});

describe("security: what operators of the server do, nobody else does", () => {
  const acting = OPERATOR_ACTIONS.filter((action) => !ASKED_INSIDE.has(action));
  const others = [...MEMBERS, ...KEYS.map((role) => `key:${role}`), "stranger", "device"];
  test.each(others)("%s: none of it", async (name) => {
    for (const action of acting) await expectEach(name, withAction(action), FORBIDDEN);
  });

  test("nobody: none of it; the operator: all of it", async () => {
    for (const action of acting) {
      await expectEach("nobody", withAction(action), UNKNOWN);
      for (const route of withAction(action)) {
        const { body } = await caller("operator")(...tried(route, SLUG));
        expect(["forbidden", "unauthenticated"]).not.toContain(body.code);
      }
    }
  });
});

describe("security: what is a person's own", () => {
  test("is for nobody without a session", async () => {
    await expectEach("nobody", ofKind("signed-in"), UNKNOWN);
    await expectEach("nobody", ofKind("known"), UNKNOWN);
  });

  test.each([...KEYS.map((role) => `key:${role}`), "device"])("is not for %s", async (name) => {
    await expectEach(name, ofKind("signed-in"), FORBIDDEN);
  });
});

test("P15 an unknown tenant and a foreign one are told apart by nothing", async () => {
  for (const route of ofKind("action")) {
    const foreign = await caller("stranger")(...tried(route, SLUG));
    const unknown = await caller("stranger")(...tried(route, "no-such-tenant"));
    expect([route.path, foreign.status, foreign.body]).toEqual([route.path, unknown.status, unknown.body]);
  }
});

test("P15 things of another organisation are as unknown under one's own name as what never was", async () => {
  const own = "/tenants/salon-teranga";
  const ticket = await caller("agent")("POST", `${clinic.tenant}/queues/${clinic.queueId}/tickets`, {});
  const { id } = ticket.body.ticket;
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
    const answer = await caller("stranger")(method, path, body);
    expect([path, answer.status, answer.body.code]).toEqual([path, 404, code]);
  }
  const transfer = await caller("stranger")("POST", `${own}/tickets/${id}/transfer`, {
    queue_id: clinic.queueId,
  });
  expect(transfer.body.code).toBe("ticket-not-found");
  const unsigned = await apiOf(server)("GET", `/public/tenants/salon-teranga/tickets/${id}/`);
  expect(unsigned.body.code).toBe("ticket-not-found");
});
