import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Mailer } from "../mail/mailer.ts";
import { MailNotSent } from "../mail/mailer.ts";
import { done, eventually } from "../shops/testing/test-shop.ts";
import { DAY, HOUR, MessageWorld, MINUTE } from "./testing/message-world.ts";

let world: MessageWorld;
beforeAll(async () => {
  world = await MessageWorld.open();
}, 60_000);
afterAll(() => world[Symbol.asyncDispose]());
/** Each test has days of its own, and a node as it is usually set up. */
beforeEach(async () => {
  await world.stop();
  world.clock.now += 10 * DAY;
  world.start();
});

const about = async (id: number) => (await world.log()).filter((row) => row.appointment_id === id);
const story = (id: number) => world.story(id);
const told = (id: number, line: string) => eventually(async () => (await story(id)).includes(line));
const asStaff = (command: object) =>
  done(world.runtime, { shopId: world.shop.shopId, command: command as never });
const mailsAbout = (id: number) => world.mails().filter(({ text }) => text.includes(`/appointment/${id}#`));

describe("messages about appointments", () => {
  test("a booking is confirmed once, and its visitor reminded when it is time", async () => {
    const begun = world.clock.now;
    const id = await world.book(begun + 26 * HOUR);
    await told(id, "confirmed mail sent");
    expect(mailsAbout(id)[0]).toMatchObject({
      to: "awa@visitors.example",
      subject: "Votre rendez-vous du vendredi 15 mars à 11:00",
    });
    expect(mailsAbout(id)[0]?.text).toContain(`https://queue.example/appointment/${id}#k=key`);
    expect(await story(id)).toEqual(["confirmed mail sent", "reminder planned", "reminder planned"]);
    world.clock.now = begun + 2 * HOUR + MINUTE;
    await told(id, "reminder mail sent");
    expect(await story(id)).toEqual(["confirmed mail sent", "reminder mail sent", "reminder planned"]);
    expect(mailsAbout(id)).toHaveLength(2);
    world.clock.now = begun + 25 * HOUR;
    await eventually(
      async () => (await story(id)).filter((line) => line === "reminder mail sent").length === 2,
    );
    expect(mailsAbout(id)).toHaveLength(3);
  }, 30_000);

  test("a moved one is told anew; the reminder of the old time says why it was not sent", async () => {
    const start = world.clock.now + 3 * HOUR;
    const id = await world.book(start);
    await told(id, "confirmed mail sent");
    await asStaff({
      type: "move-appointment",
      appointmentId: id,
      start: start + DAY,
      providerId: null,
      serviceId: null,
    });
    await told(id, "changed mail sent");
    world.clock.now = start - HOUR;
    await told(id, "reminder skipped moved");
    world.clock.now = start + DAY - HOUR;
    await told(id, "reminder mail sent");
    expect(mailsAbout(id)[0]?.subject).toMatch(/^Rappel/);
    // The one of the day before would have said the same a moment earlier.
    expect((await story(id)).toSorted()).toEqual([
      "changed mail sent",
      "confirmed mail sent",
      "reminder mail sent",
      "reminder skipped moved",
      "reminder skipped too-late",
    ]);
  }, 30_000);

  test("a cancelled one is told so, and nobody is reminded of it; restored, it is confirmed again", async () => {
    const start = world.clock.now + 3 * HOUR;
    const id = await world.book(start);
    await told(id, "confirmed mail sent");
    await asStaff({ type: "cancel-appointment", appointmentId: id });
    await told(id, "cancelled mail sent");
    await asStaff({ type: "restore-appointment", appointmentId: id });
    await eventually(
      async () => (await story(id)).filter((line) => line === "confirmed mail sent").length === 2,
    );
    await asStaff({ type: "cancel-appointment", appointmentId: id });
    world.clock.now = start - HOUR;
    await told(id, "reminder skipped cancelled");
  }, 30_000);

  test("one that went to another person, away and back, or was restored reminds once for each of its moments", async () => {
    const start = world.clock.now + 3 * HOUR;
    const id = await world.book(start);
    const move = { type: "move-appointment", appointmentId: id, providerId: null, serviceId: null };
    await asStaff({ ...move, start: start + DAY });
    await asStaff({ ...move, start });
    await asStaff({ type: "cancel-appointment", appointmentId: id });
    await asStaff({ type: "restore-appointment", appointmentId: id });
    await eventually(async () => (await story(id)).filter((line) => line.startsWith("changed")).length === 2);
    world.clock.now = start - HOUR;
    await told(id, "reminder mail sent");
    // Whatever was planned for that moment has been taken up by then.
    await eventually(async () =>
      (await about(id)).every(
        ({ status, due_at: due }) => status !== "planned" || due.getTime() > world.clock.now,
      ),
    );
    expect((await story(id)).filter((line) => line === "reminder mail sent")).toHaveLength(1);
  }, 30_000);

  test("a reminder whose time has passed while the server was down is skipped, and says so", async () => {
    const start = world.clock.now + 3 * HOUR;
    const id = await world.book(start);
    await told(id, "confirmed mail sent");
    await world.stop();
    const late = await world.book(start + MINUTE * 30);
    world.clock.now = start + 2 * HOUR;
    const before = world.mails().length;
    world.start();
    await told(id, "reminder skipped too-late");
    // What was booked while nothing was planned, too.
    await told(late, "confirmed skipped too-late");
    await told(late, "reminder skipped too-late");
    expect(world.mails()).toHaveLength(before);
  }, 30_000);

  test("who runs late is told by the desk's word, and not by their own", async () => {
    const start = world.clock.now + 3 * HOUR;
    const id = await world.book(start);
    await told(id, "confirmed mail sent");
    await done(world.runtime, {
      shopId: world.shop.shopId,
      by: { kind: "visitor" },
      command: { type: "mark-appointment-late", appointmentId: id, minutes: 10 },
    });
    await asStaff({ type: "mark-appointment-late", appointmentId: id, minutes: 20 });
    await told(id, "late mail sent");
    expect((await story(id)).filter((line) => line.startsWith("late"))).toHaveLength(1);
    expect(mailsAbout(id)[0]?.subject).toMatch(/prévu maintenant à \d\d:20$/);
  }, 30_000);

  test("a shop that has no mail server lists what it did not send", async () => {
    await world.stop();
    const none: Mailer = { available: false, send: () => Promise.reject(new MailNotSent()), inbox: null };
    world.start({ mailer: none });
    const id = await world.book(world.clock.now + 90 * MINUTE);
    await told(id, "confirmed mail skipped no-provider");
    await told(id, "confirmed sms skipped no-provider");
  }, 30_000);

  test("a visitor who left no address is listed, too", async () => {
    const id = await world.book(world.clock.now + 90 * MINUTE, { fullName: "X", phone: null, email: null });
    await told(id, "confirmed skipped no-contact");
  }, 30_000);

  test("mail that was not taken is tried again later, and given up when the visit has begun", async () => {
    await world.stop();
    let tries = 0;
    const closed: Mailer = {
      available: true,
      inbox: null,
      send: () => {
        tries += 1;
        return Promise.reject(new MailNotSent());
      },
    };
    world.start({ mailer: closed });
    const start = world.clock.now + 65 * MINUTE;
    const id = await world.book(start);
    await told(id, "confirmed mail planned not-taken");
    world.clock.now += 2 * MINUTE;
    await eventually(() => tries === 2);
    world.clock.now = start;
    await told(id, "confirmed mail skipped too-late");
    expect(tries).toBe(2);
  }, 30_000);

  test("an organisation's own words and ways count", async () => {
    const { choices } = world.messaging;
    const texts = { subject: "Chez {shop}", body: "{name} {link}", short: "x" };
    const { tenantId } = world.shop;
    await choices.setTexts(tenantId, { kind: "appointment-confirmed", locale: "en", texts });
    const usual = await choices.settings(tenantId);
    const silent = { mail: false, push: false, sms: "never" } as const;
    await choices.setSettings(tenantId, {
      ...usual,
      ways: { ...usual.ways, "appointment-cancelled": silent },
    });
    const id = await world.book(world.clock.now + 90 * MINUTE, undefined, "en-GB");
    await told(id, "confirmed mail sent");
    expect(mailsAbout(id)[0]).toMatchObject({ subject: "Chez Centre" });
    await asStaff({ type: "cancel-appointment", appointmentId: id });
    const other = await world.book(world.clock.now + 90 * MINUTE);
    await told(other, "confirmed mail sent");
    expect(await story(id)).toEqual(["confirmed mail sent"]);
    await choices.setSettings(tenantId, usual);
    await choices.dropTexts(tenantId, "appointment-confirmed", "en");
  }, 30_000);

  test("an offer of a freed time goes to the one who waited, once, and not after it is over", async () => {
    await world.stop();
    const waitingPerson = {
      fullName: "Binta",
      phone: null,
      email: "binta@visitors.example",
      locale: "en",
      path: "/waiting/1#k=w",
    };
    world.start({ waitingPerson });
    const hold = async () => {
      const id = await world.hold(world.clock.now + 5 * HOUR);
      const { tenantId, shopId } = world.shop;
      const offer = {
        tenantId,
        shopId,
        appointmentId: id,
        waitingId: "w1",
        until: world.clock.now + 30 * MINUTE,
      };
      return { id, offer };
    };
    const { id, offer } = await hold();
    await world.messaging.messages.offer(offer);
    await world.messaging.messages.offer(offer);
    await told(id, "offer mail sent");
    expect(await story(id)).toHaveLength(1);
    expect(world.mails()[0]).toMatchObject({ to: "binta@visitors.example" });
    expect(world.mails()[0]?.text).toContain("https://queue.example/waiting/1#k=w");
    const second = await hold();
    await asStaff({ type: "release-slot", appointmentId: second.id });
    await world.messaging.messages.offer(second.offer);
    await told(second.id, "offer skipped over");
  }, 30_000);
});

describe("messages: once, whatever ends the server on the way", () => {
  test("two nodes tell each thing once", async () => {
    const other = world.secondNode();
    const ids = await Promise.all(Array.from({ length: 5 }, () => world.book(world.clock.now + 26 * HOUR)));
    for (const id of ids) await told(id, "confirmed mail sent");
    for (const id of ids) expect(mailsAbout(id)).toHaveLength(1);
    await other[Symbol.asyncDispose]();
  }, 30_000);

  test("what was cut off while it was handed over is not sent again, and says so", async () => {
    const id = await world.book(world.clock.now + 26 * HOUR);
    await told(id, "confirmed mail sent");
    // As a node leaves it that ends between marking a message and taking down how it went.
    await world.database.owner.query(
      "update messages set status = 'sending', queued_at = null where appointment_id = $1 and kind = 'appointment-confirmed'",
      [id],
    );
    await told(id, "confirmed mail failed interrupted");
    expect(mailsAbout(id)).toHaveLength(1);
  }, 30_000);

  test("what was planned and not handed out, or lost with the jobs' own tables, is handed out again", async () => {
    await world.stop();
    const id = await world.book(world.clock.now + 26 * HOUR);
    world.start();
    await told(id, "confirmed mail sent");
    await world.stop();
    await world.database.owner.query("drop schema pgboss cascade");
    await world.database.owner.query(
      "update messages set status = 'planned', queued_at = now() where appointment_id = $1 and kind = 'appointment-confirmed'",
      [id],
    );
    world.clock.now += 4 * MINUTE;
    world.start();
    await eventually(() => mailsAbout(id).length === 2);
  }, 30_000);

  test("a shop is planned where it was left: nothing is planned twice, nothing left out", async () => {
    await world.stop();
    const ids = [];
    for (let n = 0; n < 3; n += 1) ids.push(await world.book(world.clock.now + (26 + n) * HOUR));
    // A node that fell silent in the middle of its work.
    await world.database.owner.query(
      "update message_cursors set claimed_until = to_timestamp($1::float8 / 1000)",
      [world.clock.now + 30_000],
    );
    world.start();
    world.clock.now += MINUTE;
    for (const id of ids) await told(id, "confirmed mail sent");
    for (const id of ids) expect(await about(id)).toHaveLength(3);
  }, 30_000);
});
