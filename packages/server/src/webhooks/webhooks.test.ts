import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { webhookBodies } from "@callnext/protocol";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "../shops/testing/test-shop.ts";
import { ADMIN, AGENT, type Api, type Clinic, clinicOf, OWNER, signIn } from "../testing/api.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";

interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly event: webhookBodies.WebhookEvent;
}

let receiver: Server;
let origin: string;
let heard: Heard[] = [];
let status = 204;
/** Nothing is answered before this. */
let held: Promise<void> = Promise.resolve();
/** The event whose deliveries fail, whatever the others do. */
let failing = "";

let one: TestApp;
let two: TestApp;
let owner: pg.Client;
let admin: Api;
let agent: Api;
let clinic: Clinic;
beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const event: webhookBodies.WebhookEvent = JSON.parse(body);
      heard.push({ headers: request.headers, body, event });
      held.then(
        () => response.writeHead(event.id === failing ? 500 : status).end(),
        () => undefined,
      );
    });
  });
  receiver.listen(0, "127.0.0.1");
  await once(receiver, "listening");
  origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  const config = { outboundOrigins: [origin], secret: "one secret for all nodes" };
  one = await startTestApp({ config });
  two = await startTestApp({ config: { ...config, databaseUrl: one.connectionString } });
  [admin, agent, clinic] = [await signIn(one, ADMIN), await signIn(one, AGENT), await clinicOf(one)];
  owner = new pg.Client({ connectionString: one.connectionString });
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await owner.end();
  await two[Symbol.asyncDispose]();
  await one[Symbol.asyncDispose]();
  receiver.closeAllConnections();
  receiver.close();
});
afterEach(async () => {
  const { body } = await admin("GET", `${clinic.tenant}/webhooks`);
  for (const { id } of body.webhooks) await admin("DELETE", `${clinic.tenant}/webhooks/${id}`);
  heard = [];
  status = 204;
});

const base = () => `${clinic.tenant}/webhooks`;
const ALL = [...webhookBodies.WEBHOOK_EVENTS];

async function add(
  events: readonly string[] = ALL,
): Promise<{ readonly id: string; readonly secret: string }> {
  const { status: made, body } = await admin("POST", base(), { url: `${origin}/hook`, events });
  expect(made).toBe(201);
  return { id: body.webhook.id, secret: body.secret };
}

async function join1(name = "Canary Person"): Promise<string> {
  const person = { full_name: name, phone: "+221770001111" };
  const { body } = await agent("POST", `${clinic.tenant}/queues/${clinic.queueId}/tickets`, person);
  return body.ticket.id;
}

/** As if the pause before the next try was over. */
const anotherTry = () =>
  eventually(async () => {
    const { rowCount } = await owner.query(
      `update webhook_cursors set due_at = due_at - interval '1 day'
        where due_at > now() and claimed_until is null`,
    );
    return rowCount === 1;
  });

const numbers = () => heard.map(({ event }) => event.seq ?? 0);

describe("a webhook", () => {
  test("P15 tells of what happens from then on, in order, once on two nodes, and of nobody by name", async () => {
    await join1("Before Anybody Asked");
    await add();
    const tickets = [await join1(), await join1(), await join1()];
    await agent("POST", `${clinic.tenant}/tickets/${tickets[0]}/call`, { counter: "7" });
    await agent("POST", `${clinic.tenant}/tickets/${tickets[1]}/cancel`, {});
    await eventually(() => heard.length >= 5);
    // Long enough for the other node to have looked, too.
    await eventually(async () => {
      const { rows } = await owner.query(
        "select bool_and(claimed_until is null) as idle from webhook_cursors",
      );
      return rows[0].idle === true;
    });
    expect(heard.map(({ event }) => event.type)).toEqual([
      "ticket-issued",
      "ticket-issued",
      "ticket-issued",
      "ticket-called",
      "ticket-cancelled",
    ]);
    expect(numbers()).toEqual(numbers().toSorted((a, b) => a - b));
    expect(heard[3]?.event).toMatchObject({
      tenant: "clinique-madeleine",
      shop_id: clinic.shopId,
      ticket: { id: tickets[0], queue_id: clinic.queueId },
    });
    for (const { body, event } of heard) {
      expect(body).not.toMatch(/Canary|Before|770001111/);
      expect(webhookBodies.WebhookEvent.parse(event)).toEqual(event);
    }
  });

  test("P15 tells of appointments, of the time where it was given, and of nobody by name", async () => {
    const shop = `${clinic.tenant}/shops/${String(clinic.shopId)}`;
    const { body: known } = await admin("GET", `${shop}/providers`);
    const provider = known.providers[0];
    await add();
    const start = new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 48 * 3_600_000).toISOString();
    const { body: services } = await admin("GET", `${shop}/services`);
    const wish = {
      service_id: services.services[0].id,
      provider_id: provider.id,
      appointment_time: start,
      full_name: "Canary Person",
      phone_number: "+221770001111",
    };
    const booked = await agent("POST", `${shop}/appointments`, wish);
    expect(booked.status).toBe(201);
    const { id } = booked.body.appointment;
    await agent("POST", `${clinic.tenant}/appointments/${String(id)}/cancel`, {});
    await eventually(() => heard.length >= 2);
    expect(heard.map(({ event }) => [event.type, event.appointment])).toMatchObject([
      ["appointment-booked", { id, start, provider_id: provider.id, service_id: wish.service_id }],
      ["appointment-cancelled", { id, start: null, provider_id: null }],
    ]);
    for (const { body, event } of heard) {
      expect(body).not.toMatch(/Canary|770001111/);
      expect(webhookBodies.WebhookEvent.parse(event)).toEqual(event);
    }
  });

  test("is at work on one node at a time; of one that fell silent another takes over", async () => {
    await add(["ticket-issued"]);
    const { promise, resolve } = Promise.withResolvers<void>();
    held = promise;
    await join1();
    await eventually(() => heard.length === 1);
    const claim = (later: string) =>
      owner.query("select * from claim_webhooks(now() + $1::interval, 60, 20)", [later]);
    expect((await claim("1 second")).rowCount).toBe(0);
    expect((await claim("2 minutes")).rowCount).toBe(1);
    resolve();
  });

  test("tells of the chosen events only, and of none while it is off", async () => {
    const { id } = await add(["ticket-cancelled"]);
    const first = await join1();
    await agent("POST", `${clinic.tenant}/tickets/${first}/cancel`, {});
    await eventually(() => heard.length === 1);
    await admin("PATCH", `${base()}/${id}`, { active: false });
    const second = await join1();
    await agent("POST", `${clinic.tenant}/tickets/${second}/cancel`, {});
    await admin("PATCH", `${base()}/${id}`, { active: true });
    await eventually(() => heard.length === 2);
    expect(heard.map(({ event }) => [event.type, event.ticket?.id])).toEqual([
      ["ticket-cancelled", first],
      ["ticket-cancelled", second],
    ]);
  });

  test("what failed comes again under the same id, what follows waits for it; at last it is given up", async () => {
    const { id } = await add(["ticket-issued"]);
    status = 500;
    await join1();
    await join1();
    await eventually(() => heard.length === 1);
    failing = heard[0]?.event.id ?? "";
    status = 204;
    for (let tries = 2; tries <= 10; tries += 1) {
      await anotherTry();
      await eventually(() => heard.length === tries);
    }
    await eventually(() => heard.length === 11);
    expect(new Set(heard.slice(0, 10).map(({ event }) => event.id)).size).toBe(1);
    expect(heard[10]?.event.id).not.toBe(heard[0]?.event.id);
    await eventually(async () => {
      const { body } = await admin("GET", `${base()}/${id}/deliveries`);
      return body.deliveries.length === 11;
    });
    const { deliveries } = (await admin("GET", `${base()}/${id}/deliveries`)).body;
    expect(deliveries.map((each: { outcome: string }) => each.outcome)).toEqual([
      "delivered",
      "given-up",
      ...Array.from({ length: 9 }, () => "failed"),
    ]);
    expect(deliveries[1]).toMatchObject({ status: 500, failure: null, attempt: 10 });
  }, 60_000);

  test("a new address is tried at once", async () => {
    const { body } = await admin("POST", base(), { url: `${origin}/hook`, events: ["ticket-issued"] });
    status = 503;
    await join1();
    await eventually(() => heard.length === 1);
    status = 204;
    await admin("PATCH", `${base()}/${body.webhook.id}`, { url: `${origin}/other` });
    await eventually(() => heard.length === 2);
    expect(heard[1]?.event.id).toBe(heard[0]?.event.id);
  });

  test("can be tried out", async () => {
    const { id } = await add();
    const tried = await admin("POST", `${base()}/${id}/test`);
    expect(tried.body.delivery).toMatchObject({ type: "test", outcome: "delivered", status: 204 });
    status = 404;
    const failed = await admin("POST", `${base()}/${id}/test`);
    expect(failed.body.delivery).toMatchObject({ outcome: "failed", status: 404 });
    expect((await admin("GET", base())).body.webhooks[0].last).toMatchObject({ status: 404 });
  });
});

describe("security: webhooks", () => {
  test("are signed, as the guide's own lines check it", async () => {
    const guide = await readFile(
      new URL("../../../../docs/guides/receive-webhooks.md", import.meta.url),
      "utf8",
    );
    const snippet = /```js\n([\s\S]*?)```/.exec(guide)?.[1] ?? "";
    const file = join(one.config.dataDir, "is-genuine.mjs");
    await writeFile(file, snippet);
    const { isGenuine } = (await import(pathToFileURL(file).href)) as {
      readonly isGenuine: (secret: string, signature: string, body: string, at?: number) => boolean;
    };
    const { id, secret } = await add();
    await admin("POST", `${base()}/${id}/test`);
    const [sent] = heard;
    const body = sent?.body ?? "";
    const signature = String(sent?.headers["callnext-signature"]);
    expect(isGenuine(secret, signature, body)).toBe(true);
    expect(isGenuine(secret, signature, `${body} `)).toBe(false);
    expect(isGenuine(`${secret}x`, signature, body)).toBe(false);
    expect(isGenuine(secret, signature.replace("t=1", "t=2"), body)).toBe(false);
    expect(isGenuine(secret, signature, body, Date.now() + 600_000)).toBe(false);
    expect(isGenuine(secret, "", body)).toBe(false);
  });

  test("keep their secret sealed, and tell it once", async () => {
    const { id, secret } = await add();
    const { rows } = await owner.query("select * from webhooks where id = $1", [id]);
    expect(rows[0].sealed).toMatch(/^s1\./);
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify((await admin("GET", base())).body)).not.toContain(secret);
  });

  test.each([
    "http://hooks.example/",
    "https://127.0.0.1/",
    "https://[fd00::1]/",
    "https://u:p@hooks.example/",
    "x",
  ])("refuse %s when it is typed", async (url) => {
    const { status: refused, body } = await admin("POST", base(), { url, events: ALL });
    expect([refused, body.code, body.field]).toEqual([400, "invalid-input", "url"]);
  });

  test("reach nothing inside when it is sent, whatever stands in the table", async () => {
    const { id } = await add();
    const { port } = receiver.address() as AddressInfo;
    for (const host of ["127.0.0.1", "localhost"]) {
      await owner.query("update webhooks set url = $2 where id = $1", [id, `https://${host}:${port}/`]);
      const tried = await admin("POST", `${base()}/${id}/test`);
      expect(tried.body.delivery).toMatchObject({ outcome: "failed", failure: "address-refused" });
    }
    expect(heard).toEqual([]);
  });

  test("are an administrator's, and unknown to other organisations", async () => {
    const { id } = await add();
    expect((await agent("GET", base())).status).toBe(403);
    const stranger = await signIn(one, OWNER);
    for (const [method, path, body] of [
      ["PATCH", `/${id}`, { active: false }],
      ["DELETE", `/${id}`, undefined],
      ["POST", `/${id}/test`, undefined],
      ["GET", `/${id}/deliveries`, undefined],
    ] as const) {
      const answer = await stranger(method, `/tenants/salon-teranga/webhooks${path}`, body);
      expect([method, answer.status, answer.body.code]).toEqual([method, 404, "webhook-not-found"]);
    }
    expect((await stranger("GET", "/tenants/salon-teranga/webhooks")).body.webhooks).toEqual([]);
    expect(heard).toEqual([]);
  });

  test("are few", async () => {
    for (let count = 0; count < 10; count += 1) await add(["ticket-no-show"]);
    const more = await admin("POST", base(), { url: `${origin}/hook`, events: ALL });
    expect([more.status, more.body.code]).toEqual([409, "too-many-webhooks"]);
  });
});
