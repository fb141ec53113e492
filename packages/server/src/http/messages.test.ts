import type { MessageOnWire, MessageTextsOnWire, SmsPresetOnWire } from "@callnext/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../messages/testing/browser.ts";
import { openReceiver, type Receiver } from "../messages/testing/receiver.ts";
import { type Api, apiOf, OWNER, signIn } from "../testing/api.ts";
import { mailsTo } from "../testing/mails.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";

const SALON = "/tenants/salon-teranga";
const WITHIN = { timeout: 10_000 };
const MINUTE = 60_000;
const clock = { now: Date.parse("2027-03-01T10:00:00Z") };
let receiver: Receiver;
let server: TestApp;
let anyone: Api;
let owner: Api;

beforeAll(async () => {
  receiver = await openReceiver();
  server = await startTestApp({
    now: () => clock.now,
    config: { outboundOrigins: [receiver.origin], publicUrl: "https://queue.example" },
  });
  anyone = apiOf(server);
  owner = await signIn(server, OWNER);
}, 60_000);
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
});

interface Booked {
  readonly id: number;
  readonly key: string;
}

/** By the public API, as the booking page does. */
async function book(contact: object): Promise<Booked> {
  const shop = "/public/shops/salon-teranga/booking";
  const { body: page } = await anyone("GET", `${shop}/`);
  const [service] = page.services;
  const { body } = await anyone("GET", `${shop}/slots/?service_id=${service.id}&days=3`);
  const slots = body.days.flatMap((day: { slots: readonly { start: string }[] }) => day.slots);
  const wanted = slots.find(
    (slot: { start: string }) => Date.parse(slot.start) > clock.now + 26 * 60 * MINUTE,
  );
  const made = await anyone("POST", `${shop}/appointments/`, {
    ...{ service_id: service.id, appointment_time: wanted.start, full_name: "Awa Ndiaye", locale: "en" },
    ...contact,
  });
  expect([made.status, made.body.code]).toEqual([201, undefined]);
  return { id: made.body.appointment.id, key: made.body.appointment_key };
}

const log = async (query = ""): Promise<readonly MessageOnWire[]> =>
  (await owner("GET", `${SALON}/messages/log${query}`)).body.messages;

const provider = () => ({
  name: "Test",
  url: `${receiver.origin}/sms`,
  format: "json",
  headers: { "X-Key": "{secret}" },
  body: '{"to":"{to}","text":"{text}"}',
  from: "Salon",
  country: "SN",
});

describe("messages to visitors", () => {
  test("confirm a booking with a link that opens it, and stand in the log by reference alone", async () => {
    const { id } = await book({ email: "awa@visitors.example" });
    await expect.poll(() => mailsTo(server, "awa@visitors.example"), WITHIN).toHaveLength(1);
    const [mail] = await mailsTo(server, "awa@visitors.example");
    const [, named, key] =
      /https:\/\/queue\.example\/appointment\/(\d+)#k=([\w-]+)/.exec(mail?.text ?? "") ?? [];
    expect(named).toBe(String(id));
    const own = await anyone("GET", `/public/appointments/${id}/`, undefined, {
      headers: { "x-appointment-key": key ?? "" },
    });
    expect(own.status).toBe(200);
    await expect
      .poll(
        async () => (await log(`?appointment_id=${id}`)).map(({ kind, status }) => [kind, status]),
        WITHIN,
      )
      .toContainEqual(["appointment-confirmed", "sent"]);
    expect(JSON.stringify(await log())).not.toMatch(/Awa|visitors\.example/);
  });

  test("are read page by page, by shop and by how they went", async () => {
    const first = await owner("GET", `${SALON}/messages/log?limit=1`);
    const second = await owner("GET", `${SALON}/messages/log?limit=1&cursor=${first.body.next}`);
    expect(second.body.messages[0].id).not.toBe(first.body.messages[0].id);
    expect((await log("?status=failed")).length).toBe(0);
    expect((await owner("GET", `${SALON}/messages/log?cursor=x`)).body.code).toBe("invalid-input");
    expect((await owner("GET", `${SALON}/messages/log?shop_id=999999`)).body.messages).toEqual([]);
  });

  test("leave by the organisation's provider once it has one, and not before", async () => {
    const to = { channel: "sms", to: "77 123 45 67" };
    expect((await owner("POST", `${SALON}/messages/test`, to)).body).toEqual({
      outcome: "skipped",
      reason: "no-provider",
    });
    const made = await owner("PUT", `${SALON}/messages/sms`, { ...provider(), secret: "k-1" });
    expect([made.status, made.body.has_secret, made.body.secret]).toEqual([200, true, undefined]);
    expect((await owner("POST", `${SALON}/messages/test`, to)).body.outcome).toBe("sent");
    expect(receiver.heard.at(-1)?.headers["x-key"]).toBe("k-1");
    // Changed without the secret, it keeps it.
    await owner("PUT", `${SALON}/messages/sms`, { ...provider(), from: "Teranga" });
    await owner("POST", `${SALON}/messages/test`, to);
    expect(receiver.heard.at(-1)?.headers["x-key"]).toBe("k-1");
    const { id } = await book({ phone_number: "+221 77 000 00 01" });
    await expect
      .poll(
        async () => (await log(`?appointment_id=${id}`)).map(({ channel, status }) => [channel, status]),
        WITHIN,
      )
      .toContainEqual(["sms", "sent"]);
    expect((await owner("DELETE", `${SALON}/messages/sms`)).status).toBe(204);
    expect((await owner("GET", `${SALON}/messages`)).body.sms).toBeNull();
  });

  test("go to a browser that its user asked for it with", async () => {
    const { id, key } = await book({ email: "browser@visitors.example" });
    const { body } = await anyone("GET", "/public/push-key/");
    expect(Buffer.from(body.public_key, "base64url")).toHaveLength(65);
    const { address } = openBrowser(`${receiver.origin}/push`);
    const url = `/public/appointments/${id}/push/`;
    const mine = { headers: { "x-appointment-key": key } };
    expect((await anyone("POST", url, address)).body.code).toBe("appointment-not-found");
    expect((await anyone("POST", url, { ...address, endpoint: "http://10.0.0.1/" }, mine)).body.field).toBe(
      "endpoint",
    );
    expect((await anyone("POST", url, address, mine)).status).toBe(204);
    receiver.heard.length = 0;
    const cancelled = await anyone("DELETE", `/public/appointments/${id}/`, undefined, mine);
    expect(cancelled.status).toBe(200);
    await expect.poll(() => receiver.heard.map(({ path }) => path), WITHIN).toContain("/push");
    expect((await anyone("DELETE", url, { endpoint: address.endpoint }, mine)).status).toBe(204);
  });
});

describe("what an organisation chooses", () => {
  test("when, by which ways and for how much", async () => {
    const before = (await owner("GET", `${SALON}/messages`)).body.settings;
    const ways = { "ticket-called": { mail: false, push: true, sms: "always" } };
    const changed = await owner("PATCH", `${SALON}/messages/settings`, {
      ...{ reminder_minutes: [60, 1440, 60], sms_price: 0.0079, monthly_cap: 20, currency: "€" },
      ways,
    });
    expect(changed.body).toEqual({
      ...{ reminder_minutes: [1440, 60], sms_price: 0.0079, monthly_cap: 20, currency: "€" },
      ways: { ...before.ways, ...ways },
    });
    expect(
      (await owner("PATCH", `${SALON}/messages/settings`, { monthly_cap: null })).body.monthly_cap,
    ).toBeNull();
    const five = { reminder_minutes: [10, 20, 30, 40, 50] };
    expect((await owner("PATCH", `${SALON}/messages/settings`, five)).status).toBe(400);
  });

  test("its own words, seen before they are used, and the usual ones again", async () => {
    const texts = {
      ...{ kind: "appointment-reminder", locale: "fr", subject: "À demain {name}" },
      ...{ body: "Bonjour {name},\n\n{date}", short: "{time} {link}" },
    };
    const seen = await owner("POST", `${SALON}/messages/texts/preview`, texts);
    expect(seen.body).toMatchObject({ subject: "À demain Awa Ndiaye", sms_parts: 1 });
    expect((await owner("PUT", `${SALON}/messages/texts`, texts)).body.own).toBe(true);
    const find = async () =>
      (await owner("GET", `${SALON}/messages`)).body.texts.find(
        ({ kind, locale }: MessageTextsOnWire) => kind === texts.kind && locale === "fr",
      );
    expect(await find()).toEqual({ ...texts, own: true });
    const again = `?kind=${texts.kind}&locale=fr`;
    expect((await owner("DELETE", `${SALON}/messages/texts${again}`)).status).toBe(204);
    expect(await find()).toMatchObject({ own: false });
    const strange = await owner("PUT", `${SALON}/messages/texts`, { ...texts, short: "{counter}" });
    expect([strange.status, strange.body.field]).toEqual([400, "short"]);
  });

  test("security: a provider inside, or one that meddles with the connection, is refused", async () => {
    for (const change of [{ url: "https://10.0.0.1/" }, { headers: { Host: "x" } }, { body: "x" }]) {
      const { status, body } = await owner("PUT", `${SALON}/messages/sms`, { ...provider(), ...change });
      expect([status, body.code, body.field]).toEqual([400, "invalid-input", Object.keys(change)[0]]);
    }
  });

  test("presets of providers are there to begin with", async () => {
    const { body } = await owner("GET", `${SALON}/messages`);
    expect(body.sms_presets.map(({ id }: SmsPresetOnWire) => id)).toContain("twilio");
    expect(body.mail).toEqual({ available: true });
  });
});
