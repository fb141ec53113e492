import type { Shop } from "@callnext/core";

export function bookableShopOnWire({ id, slug, name, address, timeZone, locale }: Shop) {
  return { id, slug, name, address, time_zone: timeZone, locale };
}
