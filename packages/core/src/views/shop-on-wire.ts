import type { ShopOnWire } from "./types.ts";
import type { ViewInput } from "./view-input.ts";

export const shopOnWire = ({ state: { shop }, tenant }: ViewInput): ShopOnWire => ({
  id: shop.id,
  slug: shop.slug,
  name: shop.name,
  address: shop.address,
  time_zone: shop.timeZone,
  locale: shop.locale,
  opening_hours: shop.openingHours,
  tenant_slug: tenant.slug,
  tenant_name: tenant.name,
});
