import type { ShopState } from "@callnext/core";
import type { DeviceIdentity } from "../people/caller.ts";
import { isOwn } from "../people/own-tenant.ts";
import { membershipFor } from "../people/rights-in-shop.ts";
import type { Membership } from "../people/session.ts";

/** Who looks: nobody in particular has no membership and is no device. */
export interface Viewer {
  readonly memberships: readonly Membership[];
  readonly device: DeviceIdentity | null;
}

export const ANYONE: Viewer = { memberships: [], device: null };

/** What is asked of a shop as it stands. */
export interface WatchedShop {
  readonly tenant: { readonly id: number };
  readonly state: ShopState;
}

/** A display is for everybody where it says so; else for its own devices and for those who may see the shop. */
export function mayWatchDisplay(shop: WatchedShop, displayId: string, viewer: Viewer): boolean {
  const { device, memberships } = viewer;
  if (shop.state.displays.get(displayId)?.public === true) return true;
  const place = { tenantId: shop.tenant.id, shopId: shop.state.shop.id };
  if (isBoardOf(place.tenantId, displayId, device)) return true;
  return membershipFor(memberships, place, "see-shops") !== undefined;
}

/** Whether this device is one of the display's boards. */
export function isBoardOf(tenantId: number, displayId: string, device: DeviceIdentity | null): boolean {
  return device !== null && isOwn({ id: device.tenantId }, tenantId) && device.displayId === displayId;
}
