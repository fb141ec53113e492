import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  ADMIN,
  AGENT,
  type Answer,
  type Api,
  apiOf,
  clinicOf,
  MANAGER,
  OWNER,
  signIn,
} from "../testing/api.ts";
import { startTestApp, type TestApp, TEST_PASSWORD } from "../testing/start-test-app.ts";

const CLINIC = "/tenants/clinique-madeleine";
const clock = { now: 0 };
let server: TestApp;
let manager: Api;
let anyone: Api;
/** Not public. */
let display: string;
let publicDisplay: string;
let shopId: number;

beforeEach(async () => {
  clock.now = Date.now();
  server = await startTestApp({ now: () => clock.now });
  anyone = apiOf(server);
  manager = await signIn(server, MANAGER);
  const clinic = await clinicOf(server);
  publicDisplay = clinic.displayId;
  shopId = clinic.shopId;
  const body = { name: "Salle 2", queue_ids: [clinic.queueId], public: false };
  display = (await manager("POST", `${CLINIC}/shops/${shopId}/displays`, body)).body.display.id;
});
afterEach(() => server[Symbol.asyncDispose]());

interface Screen {
  readonly code: string;
  ask(): Promise<Answer>;
}

const newScreen = async (): Promise<Screen> => {
  const { status, body } = await anyone("POST", "/devices/pairings");
  expect(status).toBe(201);
  const path = `/devices/pairings/${body.pairing_id}/key`;
  return { code: body.code, ask: () => anyone("POST", path, { secret: body.secret }) };
};

const enter = (code: string, by: Api = manager, more: object = {}): Promise<Answer> =>
  by("POST", `${CLINIC}/devices`, { code, display_id: display, ...more });

/** A screen that has its key. */
const pair = async (): Promise<{ readonly api: Api; readonly id: string; readonly key: string }> => {
  const screen = await newScreen();
  expect((await enter(screen.code)).status).toBe(201);
  const { body } = await screen.ask();
  return { api: apiOf(server, body.key), id: body.device.id, key: body.key };
};

describe("pairing", () => {
  test("a screen shows a code, a manager enters it, and the screen gets its key, once", async () => {
    const screen = await newScreen();
    expect(screen.code).toMatch(/^[A-Z3-9]{4}-[A-Z3-9]{4}$/);
    expect((await screen.ask()).body).toMatchObject({ status: "waiting", expires_in: 600 });
    const made = await enter(screen.code.toLowerCase().replace("-", " "), manager, { name: "Télé du fond" });
    expect([made.status, made.body.device]).toMatchObject([
      201,
      {
        kind: "board",
        name: "Télé du fond",
        display_name: "Salle 2",
        paired_by: "Fatou Sarr",
        last_seen_at: null,
      },
    ]);
    const taken = await screen.ask();
    expect(taken.headers.get("cache-control")).toBe("no-store");
    expect(taken.body).toMatchObject({
      status: "paired",
      device: { id: made.body.device.id, board: { tenant_slug: "clinique-madeleine", display_id: display } },
    });
    expect(taken.body.key).toMatch(/^cnd_[\w-]{43}$/);
    expect(await screen.ask()).toMatchObject({ status: 410, body: { code: "pairing-used" } });
    const own = await apiOf(server, taken.body.key)("GET", "/devices/self");
    expect(own.body.device.board.display_id).toBe(display);
  });

  test("of many that ask at once, one gets the key", async () => {
    const screen = await newScreen();
    await enter(screen.code);
    const answers = await Promise.all(Array.from({ length: 12 }, () => screen.ask()));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === "pairing-used")).toHaveLength(11);
  });

  test("of many that enter a code at once, one pairs the screen", async () => {
    const { code } = await newScreen();
    const answers = await Promise.all(Array.from({ length: 8 }, () => enter(code)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  test("security: a code serves once, and not after its ten minutes", async () => {
    const used = await newScreen();
    await enter(used.code);
    expect(await enter(used.code)).toMatchObject({
      status: 404,
      body: { code: "pairing-code-wrong", field: "code" },
    });
    const late = await newScreen();
    clock.now += 10 * 60_000;
    expect((await enter(late.code)).body.code).toBe("pairing-code-wrong");
    expect(await late.ask()).toMatchObject({ status: 410, body: { code: "pairing-expired" } });
  });

  test("security: a key that nobody took in time is nobody's", async () => {
    const screen = await newScreen();
    await enter(screen.code);
    clock.now += 10 * 60_000;
    expect((await screen.ask()).body.code).toBe("pairing-expired");
  });

  test("security: who knows the pairing and the code, but not the secret, gets nothing", async () => {
    const { body } = await anyone("POST", "/devices/pairings");
    await enter(body.code);
    for (const secret of ["", body.code, body.pairing_id, body.secret.slice(1), `${body.secret} `])
      expect(await anyone("POST", `/devices/pairings/${body.pairing_id}/key`, { secret })).toMatchObject({
        status: 404,
        body: { code: "pairing-unknown" },
      });
    for (const id of ["nothing", "00000000-0000-4000-8000-000000000000"])
      expect(await anyone("POST", `/devices/pairings/${id}/key`, { secret: body.secret })).toMatchObject({
        status: 404,
        body: { code: "pairing-unknown" },
      });
  });

  test("security: after ten wrong codes nobody may enter another, a right one neither", async () => {
    const { code } = await newScreen();
    for (const wrong of ["ACDE-FGHJ", "nonsense", "", "AAAA-AAAA", "CCCC-CCCC", "D", "E", "F", "G", "H"])
      expect((await enter(wrong)).body.code).toBe("pairing-code-wrong");
    const refused = await enter(code);
    expect([refused.status, refused.body.code]).toEqual([429, "too-many-codes"]);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    clock.now += 5 * 60_000;
    expect((await enter(code)).status).toBe(429);
  });

  test("security: another tenant's display, and one of a shop out of reach, are unknown", async () => {
    const { code } = await newScreen();
    const owner = await signIn(server, OWNER);
    const foreign = await owner("POST", "/tenants/salon-teranga/devices", { code, display_id: display });
    expect(foreign).toMatchObject({ status: 404, body: { code: "display-not-found" } });
    const admin = await signIn(server, ADMIN);
    const second = await admin("POST", `${CLINIC}/shops`, { name: "Annexe", time_zone: "Africa/Dakar" });
    const email = "chef@clinique-madeleine.example";
    const scoped = { full_name: "Chef", email, password: TEST_PASSWORD, role: "manager" };
    await admin("POST", `${CLINIC}/staff`, { ...scoped, shop_ids: [second.body.shop.id] });
    const chief = await signIn(server, email);
    expect(await enter(code, chief)).toMatchObject({ status: 404, body: { code: "display-not-found" } });
    const { id } = await pair();
    expect((await chief("GET", `${CLINIC}/devices`)).body.devices).toEqual([]);
    for (const [method, body] of [
      ["PATCH", { name: "Mine" }],
      ["DELETE", undefined],
    ] as const) {
      const path = `${CLINIC}/devices/${id}`;
      expect(await chief(method, path, body)).toMatchObject({
        status: 404,
        body: { code: "device-not-found" },
      });
      expect((await owner(method, `/tenants/salon-teranga/devices/${id}`, body)).status).toBe(404);
    }
    expect((await enter(code)).status).toBe(201);
  });

  test("agents neither see nor change devices, and nobody without a session", async () => {
    const agent = await signIn(server, AGENT);
    const { id } = await pair();
    const requests = [
      ["GET", "/devices", undefined],
      ["POST", "/devices", { code: "ACDE-FGHJ", display_id: display }],
      ["PATCH", `/devices/${id}`, { name: "x" }],
      ["DELETE", `/devices/${id}`, undefined],
    ] as const;
    for (const [method, path, body] of requests) {
      expect((await agent(method, CLINIC + path, body)).body.code).toBe("forbidden");
      expect((await anyone(method, CLINIC + path, body)).body.code).toBe("unauthenticated");
    }
  });

  test("the same key of a repeated request pairs once and gives the same answer", async () => {
    const { code } = await newScreen();
    const body = { code, display_id: display };
    const first = await manager("POST", `${CLINIC}/devices`, body, { key: "k1" });
    const again = await manager("POST", `${CLINIC}/devices`, body, { key: "k1" });
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect((await manager("GET", `${CLINIC}/devices`)).body.devices).toHaveLength(1);
  });
});

describe("a device's rights", () => {
  test("security: its own display, what everybody may see, and nothing else", async () => {
    const { api } = await pair();
    const shown = (id: string): string => `/public${CLINIC}/displays/${id}/tickets/`;
    expect((await api("GET", shown(display))).status).toBe(200);
    expect((await api("GET", `/topics/display:${display}`)).status).toBe(200);
    expect((await api("GET", `/public/displays/${display}`)).body.tenant_slug).toBe("clinique-madeleine");
    expect((await api("GET", shown(publicDisplay))).status).toBe(200);
    expect((await api("GET", `/topics/shop:${shopId}:public`)).status).toBe(200);
    const other = await manager("POST", `${CLINIC}/shops/${shopId}/displays`, {
      name: "Autre",
      queue_ids: [],
      public: false,
    });
    expect((await api("GET", shown(other.body.display.id))).body.code).toBe("display-not-public");
    for (const topic of [`shop:${shopId}:staff`, `shop:${shopId}:boards`])
      expect([401, 403, 404]).toContain((await api("GET", `/topics/${topic}`)).status);
    for (const path of [
      "/shops",
      `/shops/${shopId}/state`,
      `/shops/${shopId}/displays`,
      "/staff",
      "/devices",
    ])
      expect([401, 403, 404]).toContain((await api("GET", CLINIC + path)).status);
    for (const path of ["/auth/me", "/demo/nothing"]) expect((await api("GET", path)).status).not.toBe(200);
    expect([401, 403, 404]).toContain((await api("POST", `${CLINIC}/displays/${display}/refresh`)).status);
  });

  test("the key comes as Device or as Bearer, never as a cookie or in the address", async () => {
    const { key } = await pair();
    const ask = (headers: Record<string, string>, query = ""): Promise<Answer> =>
      anyone("GET", `/devices/self${query}`, undefined, { headers });
    for (const scheme of ["Device", "Bearer", "device"])
      expect((await ask({ authorization: `${scheme} ${key}` })).status).toBe(200);
    expect((await ask({ cookie: `callnext_session=${key}` })).status).toBe(401);
    expect((await ask({}, `?key=${key}&access_token=${key}`)).status).toBe(401);
    expect((await ask({ authorization: `Device ${key.slice(0, -1)}x` })).status).toBe(401);
  });

  test("P14 a revoked device is nobody at once, and stays so", async () => {
    const { api, id } = await pair();
    expect((await manager("DELETE", `${CLINIC}/devices/${id}`)).status).toBe(204);
    expect((await api("GET", "/devices/self")).status).toBe(401);
    expect((await api("POST", "/auth/socket-ticket")).status).toBe(401);
    expect((await api("GET", `/public${CLINIC}/displays/${display}/tickets/`)).body.code).toBe(
      "display-not-public",
    );
    expect((await manager("GET", `${CLINIC}/devices`)).body.devices).toEqual([]);
    expect((await manager("DELETE", `${CLINIC}/devices/${id}`)).body.code).toBe("device-not-found");
  });

  test("moved to another display, it may see that one and the first no more", async () => {
    const { api, id } = await pair();
    const other = await manager("POST", `${CLINIC}/shops/${shopId}/displays`, {
      name: "Autre",
      queue_ids: [],
      public: false,
    });
    const moved = await manager("PATCH", `${CLINIC}/devices/${id}`, {
      display_id: other.body.display.id,
      name: "Tout autre",
    });
    expect(moved.body.device).toMatchObject({ name: "Tout autre", display_name: "Autre" });
    expect((await api("GET", "/devices/self")).body.device.board.display_id).toBe(other.body.display.id);
    expect((await api("GET", `/topics/display:${display}`)).body.code).toBe("display-not-public");
  });

  test("when it was last seen is kept, to the minute", async () => {
    const { api } = await pair();
    const seen = async (): Promise<string> =>
      (await manager("GET", `${CLINIC}/devices`)).body.devices[0].last_seen_at;
    const paired = await seen();
    clock.now += 90_000;
    await api("GET", "/devices/self");
    await expect.poll(seen).toBe(new Date(clock.now).toISOString());
    expect(paired).not.toBe(await seen());
    const then = await seen();
    clock.now += 20_000;
    await api("GET", "/devices/self");
    expect(await seen()).toBe(then);
  });

  test("security: what happens to devices is in the audit log, without their keys", async () => {
    const { id, key } = await pair();
    await manager("DELETE", `${CLINIC}/devices/${id}`);
    const admin = await signIn(server, ADMIN);
    const { body } = await admin("GET", `${CLINIC}/audit`);
    const text = JSON.stringify(body);
    expect(text).toContain("device-paired");
    expect(text).toContain("device-revoked");
    expect(text).not.toContain(key);
  });
});

describe("a display that is not public", () => {
  const shown = (id: string): readonly (readonly [string, string])[] => [
    ["GET", `/public${CLINIC}/displays/${id}/tickets/`],
    ["POST", `/public${CLINIC}/displays/${id}/ping/`],
    ["GET", `/public/displays/${id}`],
    ["GET", `/topics/display:${id}`],
  ];

  test("security: is for its devices and the shop's staff; public ones are for everybody, as in the document", async () => {
    const agent = await signIn(server, AGENT);
    const stranger = await signIn(server, OWNER);
    for (const [method, path] of shown(display)) {
      for (const api of [anyone, stranger])
        expect(await api(method, path)).toMatchObject({ status: 403, body: { code: "display-not-public" } });
      expect((await agent(method, path)).status).toBe(200);
    }
    for (const [method, path] of shown(publicDisplay)) expect((await anyone(method, path)).status).toBe(200);
  });

  test("a manager may open it to everybody, and take it back", async () => {
    const list = async (): Promise<boolean> =>
      (await manager("GET", `${CLINIC}/shops/${shopId}/displays`)).body.displays.find(
        ({ id }: { id: string }) => id === display,
      ).public;
    expect(await list()).toBe(false);
    const opened = await manager("PATCH", `${CLINIC}/displays/${display}`, { public: true });
    expect(opened.body.display.public).toBe(true);
    expect(await list()).toBe(true);
    for (const [method, path] of shown(display)) expect((await anyone(method, path)).status).toBe(200);
    await manager("PATCH", `${CLINIC}/displays/${display}`, { public: false });
    for (const [method, path] of shown(display)) expect((await anyone(method, path)).status).toBe(403);
  });

  test("is what a new display is outside the demo", async () => {
    const path = `${CLINIC}/shops/${shopId}/displays`;
    const inDemo = await manager("POST", path, { name: "Hall", queue_ids: [] });
    expect(inDemo.body.display.public).toBe(true);
    await using real = await startTestApp({ demo: false });
    const made = await apiOf(real)("POST", "/setup", {
      code: real.app.setupPath?.split("#")[1],
      organisation: "Mairie de Thiès",
      locale: "fr",
      name: "Adama Sow",
      email: "adama@mairie.example",
      password: "a long password",
    });
    const admin = apiOf(real, made.body.access_token);
    const mairie = "/tenants/mairie-de-thies";
    const shop = await admin("POST", `${mairie}/shops`, { name: "Guichet", time_zone: "Africa/Dakar" });
    const displays = `${mairie}/shops/${shop.body.shop.id}/displays`;
    const hall = await admin("POST", displays, { name: "Hall", queue_ids: [] });
    expect(hall.body.display.public).toBe(false);
  });
});
