import { isOpenAt, queueWaits } from "@callnext/core";
import type { compat } from "@callnext/protocol";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import { walkInQueue } from "../walk-in-queue.ts";
import { bookableEmployees } from "./employees-on-page.ts";
import { formattedHours, operatingHours, periodsToday } from "./hours.ts";
import { servicesOnPage } from "./services-on-page.ts";

export function shopOnPage(snapshot: ShopSnapshot, now: number): compat.CompatShop {
  const { state } = snapshot;
  const { shop } = state;
  const today = periodsToday(shop, now);
  const queue = walkInQueue(state, null);
  const wait = queue === undefined ? 0 : (queueWaits(snapshot, queue).at(-1)?.[0] ?? 0);
  return {
    id: shop.id,
    shop_id: shop.id,
    business_id: shop.id,
    name: shop.name,
    slug: shop.slug,
    username: shop.slug,
    address: shop.address,
    city: "",
    state: "",
    zip_code: "",
    phone_number: "",
    email: "",
    timezone: shop.timeZone,
    opening_time: today[0]?.opens ?? null,
    closing_time: today.at(-1)?.closes ?? null,
    formatted_hours: formattedHours(today),
    operating_hours: operatingHours(shop),
    is_open: isOpenAt(shop, now),
    average_wait_time: wait,
    estimated_wait_time: wait,
  };
}

export function shopDetailsOnPage(snapshot: ShopSnapshot, now: number): compat.CompatShopDetails {
  const employees = bookableEmployees(snapshot, now);
  return {
    ...shopOnPage(snapshot, now),
    barbers: employees,
    employees,
    services: servicesOnPage(snapshot.state),
  };
}
