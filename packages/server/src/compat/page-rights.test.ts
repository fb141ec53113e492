import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Action, type Holder, may } from "../people/permissions.ts";
import { ADMIN, AGENT, apiOf, type Api, clinicOf, MANAGER, OWNER, signIn } from "../testing/api.ts";
import { type DeclaredRoute, declaredRoutes } from "../testing/declared-routes.ts";
import { pairBoard } from "../testing/pair-board.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";

const TENANT = "/tenants/clinique-madeleine";
const ROLES = ["admin", "manager", "agent", "viewer"] as const;
const KEYS = ["manager", "agent", "viewer"] as const;
/** Who is no member of the shop's organisation. */
const OTHERS = ["stranger", "device"] as const;

let server: TestApp;
let routes: readonly DeclaredRoute[];
let appointmentId: number;
const callers = new Map<string, Api>();

beforeAll(async () => {
  server = await startTestApp();
  const clinic = await clinicOf(server);
  const admin = await signIn(server, ADMIN);
  callers.set("admin", admin);
  callers.set("manager", await signIn(server, MANAGER));
  callers.set("agent", await signIn(server, AGENT));
  const viewer = { full_name: "Only Looking", email: "viewer@example.org", password: "a viewer's password" };
  await admin("POST", `${TENANT}/staff`, { ...viewer, role: "viewer" });
  callers.set("viewer", await signIn(server, viewer.email, viewer.password));
  for (const role of KEYS) {
    const made = await admin("POST", `${TENANT}/keys`, { name: `a program, ${role}`, role });
    callers.set(`key:${role}`, apiOf(server, made.body.secret));
  }
  callers.set("stranger", await signIn(server, OWNER));
  callers.set("device", apiOf(server, await pairBoard(apiOf(server), admin, TENANT, clinic.displayId)));
  callers.set("nobody", apiOf(server));
  routes = (await declaredRoutes(server)).filter((route) => actionOf(route) !== null);
  appointmentId = await bookedBy(admin);
});
afterAll(() => server[Symbol.asyncDispose]());

async function bookedBy(admin: Api): Promise<number> {
  const page = await admin("GET", "/public/shops/clinique-madeleine-plateau/booking/");
  const booked = await admin("POST", `${TENANT}/shops/1/appointments`, {
    service_id: page.body.services[0].id,
    appointment_time: new Date(Date.now() + 86_400_000).toISOString(),
    full_name: "Awa Ndour",
  });
  expect(booked.status).toBe(201);
  return booked.body.appointment.id;
}

/** These pages' routes say in words which action of the table they ask for. */
function actionOf({ authorisation }: DeclaredRoute): Action | null {
  if (authorisation.kind !== "inside") return null;
  return (/^a member of the shop's organisation whose role has ([\w-]+)$/.exec(authorisation.by)?.[1] ??
    null) as Action | null;
}

const REFUSALS = ["unauthenticated", "forbidden", "shop-not-found"];

/** Of the shop there is; of what is in it nothing, so that nothing changes where the right is. */
async function outcome(name: string, { method, path }: DeclaredRoute): Promise<string> {
  const at = path
    .replace("{shopId}", "1")
    .replace("{entryId}", "999999999")
    .replace("{appointmentId}", String(appointmentId));
  const caller = callers.get(name);
  if (caller === undefined) throw new Error(`nobody is called ${name}`);
  const { status, body } = await caller(method, `/${at}`, method === "GET" ? undefined : {});
  const isGone = status === 404 && path.includes("{appointmentId}") && body.code === "appointment-not-found";
  return REFUSALS.includes(body.code) || isGone ? body.code : "let in";
}

const expected = (holder: Holder, route: DeclaredRoute): string =>
  may(holder, actionOf(route) ?? "see-shops") ? "let in" : "forbidden";

async function table(name: string, cell: (route: DeclaredRoute) => string): Promise<void> {
  const seen = await Promise.all(
    routes.map(async (each) => [each.method, each.path, await outcome(name, each)]),
  );
  expect(seen).toEqual(routes.map((each) => [each.method, each.path, cell(each)]));
}

describe("security: role × action, every cell of the first document's pages", () => {
  test("there are routes of each kind to ask", () => {
    const actions = new Set(routes.map((route) => String(actionOf(route))));
    expect([...actions].toSorted((a, b) => a.localeCompare(b))).toEqual([
      "book-appointments",
      "see-appointments",
      "see-shops",
      "see-visitors",
      "serve-visitors",
    ]);
    expect(routes.length).toBeGreaterThan(20);
  });

  test.each(ROLES)("%s", (role) => table(role, (route) => expected(role, route)));

  test.each(KEYS)("an API key as %s", (role) => table(`key:${role}`, (route) => expected(role, route)));

  test.each(OTHERS)("P15 a %s", (name) =>
    table(name, ({ path }) =>
      path.includes("{appointmentId}") ? "appointment-not-found" : "shop-not-found",
    ),
  );

  test("nobody", () => table("nobody", () => "unauthenticated"));
});
