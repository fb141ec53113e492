import { randomUUID } from "node:crypto";
import type { AppointmentId, BookingRules, Command, Instant } from "@callnext/core";
import { testBookingRules, testProvider } from "@callnext/core/testing";
import { nextAppointmentId } from "../../storage/next-appointment-id.ts";
import { nextServiceId } from "../../storage/next-service-id.ts";
import type { OpenDatabase } from "../../storage/open-database.ts";
import type { ShopRuntime } from "../shop-runtime.ts";
import { done, makeShop, type TestShop } from "./test-shop.ts";

export interface TestSalon extends TestShop {
  readonly serviceId: number;
  readonly providerId: string;
}

/** A shop that takes appointments: one service of half an hour, one provider with this many lanes. */
export async function makeSalon(
  database: Pick<OpenDatabase, "db">,
  runtime: ShopRuntime,
  change: { readonly lanes?: number; readonly rules?: Partial<BookingRules> } = {},
): Promise<TestSalon> {
  const made = await makeShop(database, runtime);
  const { shopId } = made;
  const serviceId = await nextServiceId(database.db);
  const providerId = randomUUID();
  const provider = testProvider({ id: providerId, lanes: change.lanes ?? 1 });
  const rules = testBookingRules(change.rules);
  const service = { id: serviceId, name: "Cut", durationMinutes: 30, archived: false };
  await done(runtime, {
    shopId,
    command: {
      type: "configure-shop",
      amend: ({ shop }) => ({ type: "configure-shop", shop: { ...shop, booking: rules } }),
    },
  });
  await done(runtime, { shopId, command: { type: "configure-service", service } });
  await done(runtime, { shopId, command: { type: "configure-provider", provider } });
  return { ...made, serviceId, providerId };
}

/** An id of its own and the command that books with it. */
export async function booking(
  database: Pick<OpenDatabase, "db">,
  salon: TestSalon,
  start: Instant,
): Promise<Extract<Command, { type: "book-appointment" }>> {
  return book(salon, await nextAppointmentId(database.db), start);
}

export function book(
  { serviceId, providerId }: TestSalon,
  appointmentId: AppointmentId,
  start: Instant,
): Extract<Command, { type: "book-appointment" }> {
  return {
    type: "book-appointment",
    appointmentId,
    serviceId,
    providerId,
    start,
    partySize: 1,
    locale: null,
  };
}
