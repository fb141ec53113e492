import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { erasePeople } from "../privacy/erase-people.ts";
import { done, eventually, issue } from "../shops/testing/test-shop.ts";
import { USUAL_MESSAGE_SETTINGS } from "./message-settings.ts";
import type { SmsProvider } from "./sms/sms-provider.ts";
import { openBrowser } from "./testing/browser.ts";
import { AWA, DAY, HOUR, MessageWorld, MINUTE } from "./testing/message-world.ts";

let world: MessageWorld;
beforeAll(async () => {
  world = await MessageWorld.open();
}, 60_000);
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  world.clock.now += 10 * DAY;
  world.receiver.heard.length = 0;
  world.receiver.status = 200;
  await world.messaging.choices.setSettings(world.shop.tenantId, USUAL_MESSAGE_SETTINGS);
});

const rowsOf = async (id: number | string) =>
  (await world.log()).filter((row) => row.appointment_id === id || row.ticket_id === id);
const story = (id: number | string) => world.story(id);
const told = (id: number | string, line: string) => eventually(async () => (await story(id)).includes(line));
const heard = () => world.receiver.heard;
const inShop = () => ({ tenantId: world.shop.tenantId, shopId: world.shop.shopId });
const byPhone = { fullName: "Awa", phone: "77 123 45 67", email: null };

function provider(change: Partial<SmsProvider> = {}): SmsProvider {
  return {
    name: "Test",
    url: `${world.receiver.origin}/sms`,
    format: "json",
    headers: { Authorization: "Bearer {secret}" },
    body: '{"to":"{to}","from":"{from}","text":"{text}"}',
    from: "Salon",
    country: "SN",
    ...change,
  };
}

describe("SMS", () => {
  beforeEach(() => world.messaging.sms.set(world.shop.tenantId, provider(), "s3cret"));

  test("goes to whom nothing else reaches, by the organisation's own provider", async () => {
    const byMail = await world.book(world.clock.now + 90 * MINUTE);
    const id = await world.book(world.clock.now + 90 * MINUTE, byPhone);
    await told(id, "confirmed sms sent");
    await told(byMail, "confirmed mail sent");
    expect(heard()).toHaveLength(1);
    expect(heard()[0]?.headers).toMatchObject({ authorization: "Bearer s3cret" });
    const { to, from, text } = JSON.parse(String(heard()[0]?.body));
    expect([to, from]).toEqual(["+221771234567", "Salon"]);
    expect(text).toMatch(/^Centre : rendez-vous pris, .* 10:30, Coupe\. .*\/appointment\/\d+#k=key$/);
    expect(await story(byMail)).toEqual(["confirmed mail sent"]);
  }, 30_000);

  test("security: its secret lies sealed, and the log of messages holds no address and no text", async () => {
    const id = await world.book(world.clock.now + 90 * MINUTE, byPhone);
    await told(id, "confirmed sms sent");
    const { rows } = await world.database.owner.query(
      "select (select json_agg(p) from sms_providers p)::text || (select json_agg(m) from messages m)::text || (select json_agg(j) from pgboss.job j)::text as all",
    );
    const all: string = rows[0].all;
    for (const secret of ["s3cret", "1234567", "Awa", "awa@", "#k="]) expect(all).not.toContain(secret);
  }, 30_000);

  test("a number that is none, and a refusal of the provider's, are listed", async () => {
    const none = await world.book(world.clock.now + 90 * MINUTE, { ...byPhone, phone: "12345678901" });
    await told(none, "confirmed sms skipped not-a-number");
    world.receiver.status = 400;
    const refused = await world.book(world.clock.now + 90 * MINUTE, byPhone);
    await told(refused, "confirmed sms failed refused");
  }, 30_000);

  test("a provider in trouble is tried again", async () => {
    world.receiver.status = 503;
    const id = await world.book(world.clock.now + 90 * MINUTE, byPhone);
    await told(id, "confirmed sms planned not-taken");
    world.receiver.status = 202;
    world.clock.now += 2 * MINUTE;
    await told(id, "confirmed sms sent");
    expect(heard()).toHaveLength(2);
  }, 30_000);

  test("the month's money is not overspent, however many leave at once; what did not go is not paid", async () => {
    const { choices, spending } = world.messaging;
    // One part is 0.5; two fit.
    await choices.setSettings(world.shop.tenantId, {
      ...USUAL_MESSAGE_SETTINGS,
      smsPrice: 5_000,
      monthlyCap: 20_000,
    });
    world.clock.now += 31 * DAY;
    expect(await spending.thisMonth(world.shop.tenantId)).toBe(0);
    world.receiver.status = 400;
    const unpaid = await world.book(world.clock.now + 90 * MINUTE, byPhone);
    await told(unpaid, "confirmed sms failed refused");
    expect(await spending.thisMonth(world.shop.tenantId)).toBe(0);
    world.receiver.status = 200;
    const ids: number[] = [];
    for (let n = 0; n < 5; n += 1) ids.push(await world.book(world.clock.now + 90 * MINUTE, byPhone));
    await eventually(async () => {
      const all = (await Promise.all(ids.map((id) => story(id)))).flat();
      return all.length === 5 && all.every((line) => / (?:sent|skipped)/.test(line));
    });
    const lines = (await Promise.all(ids.map((id) => story(id)))).flat().toSorted();
    const sent = lines.filter((line) => line === "confirmed sms sent").length;
    expect(lines.filter((line) => line === "confirmed sms skipped cap-reached")).toHaveLength(5 - sent);
    const costs = (await Promise.all(ids.map((id) => rowsOf(id)))).flat().map(({ cost }) => cost);
    const spent = costs.reduce((sum, cost) => sum + cost, 0);
    expect(sent).toBeGreaterThan(0);
    expect(spent).toBeLessThanOrEqual(20_000);
    expect(spent + (costs.find((cost) => cost > 0) ?? 0)).toBeGreaterThan(20_000);
    expect(await spending.thisMonth(world.shop.tenantId)).toBe(spent);
  }, 30_000);

  test("a code goes out at once, and is kept nowhere", async () => {
    const { messages } = world.messaging;
    const code = { ...inShop(), phone: "771234567", locale: "en", code: "481516", minutes: 10 };
    expect(await messages.sendCode(code)).toBe("sent");
    expect(String(heard()[0]?.body)).toContain("your code is 481516");
    expect(await messages.sendCode({ ...code, phone: "12345678" })).toBe("not-a-number");
    world.receiver.status = 500;
    expect(await messages.sendCode(code)).toBe("failed");
    await world.messaging.sms.remove(world.shop.tenantId);
    expect(await messages.sendCode(code)).toBe("no-provider");
    const { rows } = await world.database.owner.query("select json_agg(m)::text as all from messages m");
    expect(rows[0].all).not.toContain("481516");
    expect((await world.log()).filter(({ kind }) => kind === "code")).toHaveLength(4);
  }, 30_000);

  test("security: nothing inside is reached, whatever stands in the table", async () => {
    const url = "https://127.0.0.1:1/";
    await world.messaging.sms.set(world.shop.tenantId, provider({ url }), undefined);
    const id = await world.book(world.clock.now + 90 * MINUTE, byPhone);
    await told(id, "confirmed sms failed address-refused");
  }, 30_000);
});

describe("messages to browsers", () => {
  const subscribe = async (subject: { appointmentId: number } | { ticketId: string }, path = "/push/1") => {
    const browser = openBrowser(`${world.receiver.origin}${path}`);
    const whose = { ...inShop(), ...subject };
    expect(await world.messaging.messages.subscribe(whose, browser.address)).toBe("subscribed");
    return browser;
  };

  test("who asked for them on the page is reminded there too, readable by that browser alone", async () => {
    const id = await world.book(world.clock.now + 3 * HOUR);
    await told(id, "confirmed mail sent");
    const browser = await subscribe({ appointmentId: id });
    // A second time changes nothing.
    await world.messaging.messages.subscribe({ ...inShop(), appointmentId: id }, browser.address);
    world.clock.now += 61 * MINUTE;
    await told(id, "reminder push sent");
    await told(id, "reminder mail sent");
    expect(heard()).toHaveLength(1);
    const [push] = heard();
    expect(push?.headers).toMatchObject({ "content-encoding": "aes128gcm", urgency: "high" });
    expect(Number(push?.headers["ttl"])).toBeLessThanOrEqual(2 * 3_600);
    expect(push?.headers.authorization).toContain(await world.messaging.messages.pushKey());
    expect(browser.read(push?.body ?? Buffer.alloc(0))).toMatchObject({
      title: expect.stringMatching(/^Rappel/),
      text: expect.stringMatching(/^Rappel, Centre .*Coupe\.$/),
      url: `https://queue.example/appointment/${id}#k=key`,
      tag: `appointment-${id}`,
    });
  }, 30_000);

  test("a browser that wants no more is let go", async () => {
    const id = await world.book(world.clock.now + 3 * HOUR);
    await subscribe({ appointmentId: id });
    world.receiver.status = 410;
    world.clock.now += 61 * MINUTE;
    await told(id, "reminder push failed unsubscribed");
    const { rows } = await world.database.owner.query(
      "select 1 from push_subscriptions where appointment_id = $1",
      [id],
    );
    expect(rows).toEqual([]);
  }, 30_000);

  test("a browser is kept for as long as its appointment is to come, wherever that is moved", async () => {
    const start = world.clock.now + 3 * HOUR;
    const id = await world.book(start);
    await subscribe({ appointmentId: id });
    const move = { type: "move-appointment", appointmentId: id, start: start + 7 * DAY } as const;
    await done(world.runtime, {
      shopId: world.shop.shopId,
      command: { ...move, providerId: null, serviceId: null },
    });
    const keptAt = async (moment: number): Promise<number | null> => {
      await world.database.owner.query("select forget_messages($1, 400, 100)", [new Date(moment)]);
      const kept = "select 1 from push_subscriptions where appointment_id = $1";
      return (await world.database.owner.query(kept, [id])).rowCount;
    };
    expect(await keptAt(start + 6 * DAY)).toBe(1);
    expect(await keptAt(start + 10 * DAY)).toBe(0);
  }, 30_000);

  test("whose turn is near is told once, and when it comes; each only while it is so", async () => {
    const { queueId, shopId } = world.shop;
    const ids = Array.from({ length: 5 }, () => randomUUID());
    for (const id of ids) await done(world.runtime, { shopId, command: issue(queueId, id), person: AWA });
    const last = ids[4] ?? "";
    const browser = await subscribe({ ticketId: last }, "/push/2");
    const lookedThrough = () =>
      eventually(async () => {
        const { rowCount } = await world.database.owner.query(
          "select 1 from message_cursors c join shops s on s.id = c.shop_id where s.id = $1 and s.seq = c.seq",
          [shopId],
        );
        return rowCount === 1;
      });
    let counter = 0;
    const call = () => {
      counter += 1;
      return done(world.runtime, {
        shopId,
        command: { type: "call-next", queueId, counter: String(counter) },
      });
    };
    await call();
    await call();
    await call();
    await told(last, "ticket-near push sent");
    expect(browser.read(heard()[0]?.body ?? Buffer.alloc(0))).toMatchObject({
      title: expect.stringMatching(/^A\d+ : bientôt votre tour$/),
      tag: `ticket-${last}`,
    });
    await call();
    // Nearer still, and not told again.
    await lookedThrough();
    expect(await story(last)).toEqual(["ticket-near push sent"]);
    await call();
    await told(last, "ticket-called push sent");
    expect((await story(last)).toSorted()).toEqual(["ticket-called push sent", "ticket-near push sent"]);
    // Of those who asked for nothing, nothing is kept.
    expect(await story(ids[0] ?? "")).toEqual([]);
  }, 30_000);

  test("erasing a person lets go of the person's browsers, by visit and by appointment", async () => {
    const { queueId, shopId, tenantId } = world.shop;
    const ticketId = randomUUID();
    await done(world.runtime, { shopId, command: issue(queueId, ticketId), person: AWA });
    const id = await world.book(world.clock.now + 3 * HOUR);
    await subscribe({ ticketId });
    await subscribe({ appointmentId: id });
    const count = async () =>
      (
        await world.database.owner.query(
          "select 1 from push_subscriptions where ticket_id = $1 or appointment_id = $2",
          [ticketId, id],
        )
      ).rowCount;
    expect(await count()).toBe(2);
    await erasePeople({ db: world.database.db, runtime: world.runtime }, tenantId, { tickets: [ticketId] });
    expect(await count()).toBe(1);
    await erasePeople({ db: world.database.db, runtime: world.runtime }, tenantId, { appointments: [id] });
    expect(await count()).toBe(0);
  }, 30_000);

  test("security: addresses lie sealed; none inside is taken, and few for one visitor", async () => {
    const id = await world.book(world.clock.now + 3 * HOUR);
    const whose = { ...inShop(), appointmentId: id };
    const { messages } = world.messaging;
    for (let n = 0; n < 8; n += 1) await subscribe({ appointmentId: id }, `/push/many/${n}`);
    const { rows } = await world.database.owner.query<{ sealed: string }>(
      "select sealed from push_subscriptions where appointment_id = $1",
      [id],
    );
    expect(rows).toHaveLength(5);
    expect(rows.every(({ sealed }) => sealed.startsWith("s1."))).toBe(true);
    const inside = openBrowser("https://192.168.0.1/push").address;
    expect(await messages.subscribe(whose, inside)).toBe("address-refused");
    const broken = { ...inside, endpoint: `${world.receiver.origin}/x`, keys: { p256dh: "a", auth: "b" } };
    expect(await messages.subscribe(whose, broken)).toBe("address-refused");
  }, 30_000);
});
