import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, OWNER, signIn } from "../testing/api.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { type Page, pageOf, PAGES_ORIGIN } from "./testing/page-of.ts";

/** The salon of the demo, and the clinic, which does not go by a phone number alone. */
const SALON = 2;
const CLINIC = 1;
const DAY_MS = 24 * 3_600_000;

let server: TestApp;
let page: Page;
let owner: Api;
beforeAll(async () => {
  server = await startTestApp({ config: { allowedOrigins: [PAGES_ORIGIN] } });
  page = pageOf(server);
  owner = await signIn(server, OWNER);
});
afterAll(() => server[Symbol.asyncDispose]());

/** So many days from now, at an hour at which both shops are open. */
const at = (days: number, hour = 18): string =>
  `${new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)}T${hour}:00:00Z`;

const book = (body: object) =>
  page("/appointments", { method: "POST", headers: { "Content-Type": "application/json" }, body });

describe("security: one appointment by its number", () => {
  test("guesses tell nothing: whose number an appointment has, is no other answer", async () => {
    const phone = "+221770007788";
    const { data: shop } = await page(`/appointments/shop/${CLINIC}`);
    const { data: booked } = await book({
      ...{ shop_id: CLINIC, service_id: shop.services[0].id, full_name: "Khady Ba", phone_number: phone },
      appointment_time: at(3, 11),
    });
    const guess = async (number: string): Promise<number[]> => {
      const seen: number[] = [];
      for (let turn = 0; turn < 7; turn += 1)
        seen.push((await page(`/appointments/${booked.id}?phone_number=${number}&code=000000`)).status);
      return seen;
    };
    expect(await guess("221770007788")).toEqual(await guess("221770007799"));
  });

  test("that the shop's people looked at one appointment is noted", async () => {
    const { data: booked } = await book({
      shop_id: SALON,
      full_name: "Ana Looked",
      phone_number: "5552233",
      appointment_time: at(4),
    });
    // Noted once an hour for each session.
    const { token: own } = await signIn(server, OWNER);
    const looks = async () =>
      (await owner("GET", "/tenants/salon-teranga/audit?action=desk-viewed&limit=200")).body.entries
        .length as number;
    const before = await looks();
    const seen = await page(`/appointments/${booked.id}`, {
      headers: { Authorization: `Bearer ${own ?? ""}` },
    });
    expect(seen.data.full_name).toBe("Ana Looked");
    expect(await looks()).toBe(before + 1);
  });
});
