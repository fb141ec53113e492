import { randomUUID } from "node:crypto";
import { type Provider, type Service, USUAL_BOOKING_RULES } from "@callnext/core";
import type { ShopRuntime } from "../../shops/shop-runtime.ts";
import { done, makeShop, shopDetails, type TestShop } from "../../shops/testing/test-shop.ts";
import { nextAppointmentId } from "../../storage/next-appointment-id.ts";
import type { TestDatabase } from "../../storage/testing/test-database.ts";

const SERVICE: Service = { id: 901, name: "Coupe", durationMinutes: 30, archived: false };

const PROVIDER: Omit<Provider, "id"> = {
  staffId: null,
  name: "Fauteuil 1",
  serviceIds: [],
  lanes: 50,
  patterns: [],
  absences: [],
  archived: false,
  rank: 1,
};

export interface BookingShop extends TestShop {
  /** What a command that wants this time names, but for the language. */
  slotAt(start: number): Promise<{
    readonly appointmentId: number;
    readonly serviceId: number;
    readonly providerId: string;
    readonly start: number;
    readonly partySize: number;
  }>;
}

/** A shop that takes appointments, many at once. */
export async function makeBookingShop(database: TestDatabase, runtime: ShopRuntime): Promise<BookingShop> {
  const shop = await makeShop(database, runtime);
  const { shopId } = shop;
  const booking = { ...USUAL_BOOKING_RULES, open: true };
  const details = { ...shopDetails, id: shopId, slug: `s-${randomUUID()}`, booking };
  const provider = { ...PROVIDER, id: randomUUID() };
  await done(runtime, { shopId, command: { type: "configure-shop", shop: details } });
  await done(runtime, { shopId, command: { type: "configure-service", service: SERVICE } });
  await done(runtime, { shopId, command: { type: "configure-provider", provider } });
  return {
    ...shop,
    slotAt: async (start) => ({
      appointmentId: await nextAppointmentId(database.db),
      serviceId: SERVICE.id,
      providerId: provider.id,
      start,
      partySize: 1,
    }),
  };
}
