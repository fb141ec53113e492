import type { BrowserContext, Page } from "@playwright/test";
import { Api, demoClinic, type DemoShop } from "./support/api.ts";
import { Board } from "./support/board.ts";
import { Desk, signIn } from "./support/desk.ts";
import { eventually } from "./support/eventually.ts";
import { ForeignPage } from "./support/foreign-page.ts";
import { TestServer } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import { Visitor } from "./support/visitor.ts";

const loginOf = (shop: DemoShop, role: string): string => {
  const login = shop.logins.find((each) => each.role === role);
  if (login === undefined) throw new Error(`The demo's shop has no ${role}`);
  return login.email;
};

const queueOf = (shop: DemoShop): string => {
  const queue = shop.queues[0];
  if (queue === undefined) throw new Error("The demo's shop has a queue");
  return queue.id;
};

const seqOf = async (api: Api, shop: DemoShop): Promise<number> =>
  (await api.get<{ seq: number }>(`/tenants/${shop.tenant}/shops/${String(shop.id)}/state`)).seq;

/** Signs an agent in; what other pages of this browser do, they do with that cookie. */
async function victimOf(context: BrowserContext, server: TestServer, shop: DemoShop): Promise<Page> {
  const page = await context.newPage();
  await signIn(page, server, loginOf(shop, "agent"));
  return page;
}

/** Runs in the foreign page: how a socket to this address ends up. */
function tryWebSocket([url, protocol]: readonly [string, string | null]): Promise<string> {
  return new Promise((resolve) => {
    const socket = protocol === null ? new WebSocket(url) : new WebSocket(url, protocol);
    socket.addEventListener("message", ({ data }) => resolve(`heard ${String(data)}`));
    socket.addEventListener("close", ({ code }) => resolve(`closed ${String(code)}`));
  });
}

/** Runs in the foreign page: what it can read of a request with the victim's cookie. */
async function tryFetch([url, method, type, mode]: readonly [
  string,
  string,
  string,
  RequestMode,
]): Promise<string> {
  try {
    const body = method === "GET" ? {} : { body: "{}" };
    const headers = method === "GET" ? {} : { headers: { "content-type": type } };
    const answer = await fetch(url, { method, mode, credentials: "include", ...headers, ...body });
    return `${answer.type} ${String(answer.status)} ${await answer.text()}`;
  } catch {
    return "refused";
  }
}

/** Runs in the foreign page: posts a form to this address; resolves when its frame has got an answer. */
function trySubmit([action, enctype]: readonly [string, string]): Promise<void> {
  return new Promise((resolve) => {
    const frame = document.createElement("iframe");
    frame.name = `frame-${String(Math.random())}`;
    const form = Object.assign(document.createElement("form"), { action, enctype, method: "post" });
    form.target = frame.name;
    const field = Object.assign(document.createElement("input"), {
      name: '{"counter":"9","x":"',
      value: '"}',
    });
    form.append(field);
    document.body.append(frame, form);
    // The first load is that of the empty frame, in some versions before and in some after the script.
    setTimeout(() => frame.addEventListener("load", () => resolve()), 0);
    setTimeout(() => form.submit(), 50);
    setTimeout(resolve, 5_000);
  });
}

for (const host of ["localhost", "127.0.0.1"] as const) {
  const where = host === "localhost" ? "another origin of the same site" : "another site";

  test(`security: a page of ${where} gets nothing out of the victim's session`, async ({
    context,
    server,
    clinic,
  }) => {
    await using foreign = await ForeignPage.at(host);
    const admin = await Api.signIn(server, loginOf(clinic, "admin"));
    await admin.post(`/tenants/${clinic.tenant}/queues/${queueOf(clinic)}/tickets`, { full_name: "Canary" });
    const before = await seqOf(admin, clinic);
    const victim = await victimOf(context, server, clinic);
    const attack = await foreign.open(context);
    const api = `${server.origin}/api/v1`;

    await test.step("no socket", async () => {
      const sockets = server.origin.replace("http", "ws");
      const display = Board.displayOf(clinic);
      for (const [path, protocol] of [
        ["/ws/v1", "callnext.v1"],
        ["/ws/v1", null],
        [`/ws/queue/${String(clinic.id)}/`, null],
        [`/ws/appointments/${String(clinic.id)}/`, null],
        [`/ws/tenants/${clinic.tenant}/displays/${display}/`, null],
      ] as const) {
        const outcome = await attack.evaluate(tryWebSocket, [`${sockets}${path}`, protocol] as const);
        expect([path, outcome]).toEqual([path, "closed 1006"]);
      }
      expect(server.output).toContain(`origin refused: ${foreign.origin}`);
    });

    await test.step("no request whose answer it can read", async () => {
      for (const [path, method, type] of [
        ["/auth/me", "GET", ""],
        [`/tenants/${clinic.tenant}/shops/${String(clinic.id)}/state`, "GET", ""],
        ["/auth/socket-ticket", "POST", "application/json"],
        [`/tenants/${clinic.tenant}/queues/${queueOf(clinic)}/call-next`, "POST", "application/json"],
        [`/tenants/${clinic.tenant}/queues/${queueOf(clinic)}/call-next`, "POST", "text/plain"],
        ["/auth/logout", "POST", "text/plain"],
      ] as const) {
        const outcome = await attack.evaluate(tryFetch, [`${api}${path}`, method, type, "cors"] as const);
        expect([path, outcome]).toEqual([path, "refused"]);
      }
    });

    await test.step("no request or form that does anything unread", async () => {
      const callNext = `${api}/tenants/${clinic.tenant}/queues/${queueOf(clinic)}/call-next`;
      for (const url of [callNext, `${api}/auth/logout`]) {
        await attack.evaluate(tryFetch, [url, "POST", "text/plain", "no-cors"] as const);
        for (const enctype of ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"])
          await attack.evaluate(trySubmit, [url, enctype] as const);
      }
      expect(await seqOf(admin, clinic)).toBe(before);
    });

    await test.step("no frame around our pages", async () => {
      for (const path of [
        "/",
        "/console",
        `/display/${Board.displayOf(clinic)}`,
        `/join/${clinic.slug}`,
        "/api/",
      ]) {
        await attack.goto(foreign.origin);
        await attack.evaluate((url) => {
          document.body.append(Object.assign(document.createElement("iframe"), { src: url }));
        }, `${server.origin}${path}`);
        const what = `the browser to refuse ${path} in a frame`;
        await eventually({ withinMs: 10_000, what }, () => {
          const url = attack.frames()[1]?.url() ?? "";
          expect(url.startsWith(server.origin)).toBe(false);
          return url.startsWith("chrome-error://") || undefined;
        });
      }
    });

    await test.step("and the victim is signed in still", async () => {
      await victim.reload();
      const me = await victim.evaluate(async () => (await fetch("/api/v1/auth/me")).status);
      expect(me).toBe(200);
    });
  });
}

test("security: the same page gets in where it is allowed, so it is the list that keeps it out", async ({
  context,
}) => {
  await using foreign = await ForeignPage.at("localhost");
  await using server = await TestServer.start({ CALLNEXT_ALLOWED_ORIGINS: foreign.origin });
  const clinic = await demoClinic(server);
  await victimOf(context, server, clinic);
  const attack = await foreign.open(context);
  const socket = `${server.origin.replace("http", "ws")}/ws/v1`;
  expect(await attack.evaluate(tryWebSocket, [socket, "callnext.v1"] as const)).toMatch(/^heard .*hello/);
  const me = await attack.evaluate(tryFetch, [`${server.origin}/api/v1/auth/me`, "GET", "", "cors"] as const);
  expect(me).toMatch(/^cors 200 .*full_name/);
});

test("security P14: an agent who is disabled while connected receives nothing more within 2 s", async ({
  browser,
  server,
  clinic,
}) => {
  const desk = await Desk.open(browser, server, clinic, "3");
  const admin = await Api.signIn(server, loginOf(clinic, "admin"));
  const { staff } = await admin.get<{ staff: { id: number; email: string }[] }>(
    `/tenants/${clinic.tenant}/staff`,
  );
  const id = staff.find(({ email }) => email === loginOf(clinic, "agent"))?.id;
  const cdp = await desk.page.context().newCDPSession(desk.page);
  const heard: number[] = [];
  let openSockets = 0;
  await cdp.send("Network.enable");
  cdp.on("Network.webSocketHandshakeResponseReceived", () => (openSockets += 1));
  cdp.on("Network.webSocketClosed", () => (openSockets -= 1));
  cdp.on("Network.webSocketFrameReceived", ({ response }) => {
    if (response.opcode === 1) heard.push(Date.now());
  });
  await desk.page.reload();
  await expect.poll(() => openSockets).toBe(1);
  await expect.poll(() => heard.length).toBeGreaterThan(1);

  await admin.patch(`/tenants/${clinic.tenant}/staff/${String(id)}`, { active: false });
  const disabledAt = Date.now();
  await expect.poll(() => openSockets, { timeout: 2_000, intervals: [20] }).toBe(0);
  expect(Date.now() - disabledAt).toBeLessThan(2_000);
  await admin.post(`/tenants/${clinic.tenant}/queues/${queueOf(clinic)}/tickets`, {
    full_name: "Canary Person",
  });
  // What the page asks for afterwards it does not get, either: it goes to the door.
  await desk.page.waitForURL((url) => /sign-in|login/.test(url.pathname));
  await expect(desk.page.getByText("Canary Person")).toHaveCount(0);
  expect(heard.filter((at) => at > disabledAt + 2_000)).toEqual([]);
});

/** Runs before a page's own scripts: takes down what its policy refused. */
function watchPolicy(): void {
  const seen: string[] = [];
  Object.assign(globalThis, { __refused: seen });
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
    seen.push(`${effectiveDirective} ${blockedURI} ${sample}`),
  );
}

const SCRIPT = "globalThis.__taken=1";
/** Each breaks out of a place where a careless page would put it. */
const PROBES = {
  markup: `<img src=x onerror=${SCRIPT}>`,
  script: `</title><script>${SCRIPT}</script>`,
  attribute: `"><svg onload=${SCRIPT}>`,
  link: `javascript:${SCRIPT}`,
  entity: `&lt;b&gt;${SCRIPT}`,
} as const;

async function expectInert(page: Page, what: string): Promise<void> {
  const found = await page.evaluate(() => {
    const { __taken, __refused } = globalThis as { __taken?: number; __refused?: string[] };
    return { taken: __taken ?? null, refused: __refused ?? null };
  });
  expect([what, found]).toEqual([what, { taken: null, refused: [] }]);
}

test("security: what people typed stands on every screen as text, and runs on none", async ({
  browser,
  server,
  clinic,
}) => {
  test.setTimeout(120_000);
  const admin = await Api.signIn(server, loginOf(clinic, "admin"));
  const tenant = `/tenants/${clinic.tenant}`;
  const display = Board.displayOf(clinic);
  await admin.patch(`${tenant}/queues/${queueOf(clinic)}`, { name: PROBES.markup });
  await admin.patch(`${tenant}/displays/${display}`, {
    name: PROBES.script,
    custom_message: PROBES.markup,
    secondary_message: PROBES.attribute,
  });
  await admin.post(`${tenant}/shops/${String(clinic.id)}/services`, {
    name: PROBES.entity,
    duration_minutes: 5,
  });
  await admin.post(`${tenant}/shops/${String(clinic.id)}/counters`, { label: PROBES.link.slice(0, 20) });

  const open = async (path: string): Promise<Page> => {
    const context = await browser.newContext({ locale: "fr-SN" });
    const page = await context.newPage();
    await page.addInitScript(watchPolicy);
    await page.goto(`${server.origin}${path}`);
    return page;
  };
  const visitor = await Visitor.join(browser, server, clinic, PROBES.attribute);
  await visitor.page.addInitScript(watchPolicy);
  await visitor.page.reload();
  await expect(visitor.page.getByTestId("ticket")).toHaveAttribute("data-number", visitor.number);
  await expect(visitor.page.getByText(PROBES.markup).first()).toBeVisible();
  await expectInert(visitor.page, "ticket");

  const join = await open(`/join/${clinic.slug}`);
  await expect(join.getByText(PROBES.markup).first()).toBeVisible();
  await expectInert(join, "join");

  const desk = await Desk.open(browser, server, clinic, "3");
  await desk.page.addInitScript(watchPolicy);
  await desk.page.reload();
  await expect(desk.page.getByText(PROBES.attribute).first()).toBeVisible();
  await expectInert(desk.page, "console");
  await desk.press("n");
  await desk.expectCurrent(visitor.number);

  const board = await open(`/display/${display}`);
  await expect(board.getByTestId("last-number")).toHaveText(visitor.number);
  await expect(board.getByText(PROBES.markup).first()).toBeVisible();
  await expectInert(board, "board");
});

test("security: no built page has a script, a style or a handler within it", async ({
  page,
  server,
  clinic,
}) => {
  const display = Board.displayOf(clinic);
  const id = "00000000-0000-4000-8000-000000000000";
  const paths = [
    "/",
    "/console",
    "/login",
    "/setup",
    `/display/${display}`,
    `/join/${clinic.slug}`,
    `/ticket/${id}`,
  ];
  for (const path of [...paths, "/api/", "/nowhere"]) {
    const answer = await page.request.get(`${server.origin}${path}`, { headers: { accept: "text/html" } });
    const html = await answer.text();
    const policy = answer.headers()["content-security-policy"] ?? "";
    expect([path, /unsafe-|\*(?!\.)/.test(policy), policy.startsWith("default-src 'none'")]).toEqual([
      path,
      false,
      true,
    ]);
    for (const [tag] of html.matchAll(/<script\b[^>]*>/g))
      expect([path, tag]).toEqual([path, expect.stringMatching(/\ssrc="/)]);
    const inline = /<style\b|\son[a-z]+\s*=|\sstyle\s*=|javascript:|<script\b[^>]*>[^<]/i.exec(html);
    expect([path, inline?.[0] ?? null]).toEqual([path, null]);
  }
});
