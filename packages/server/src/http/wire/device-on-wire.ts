import { isoTime, type ShopState } from "@callnext/core";
import type { deviceBodies } from "@callnext/protocol";
import type { Device } from "../../devices/device.ts";
import type { ListedDevice } from "../../devices/device-list.ts";

/** As those who look after it see it. */
export function deviceOnWire(device: ListedDevice, displays: ShopState["displays"]): deviceBodies.Device {
  const { id, kind, name, shopId, displayId, pairedBy, pairedAt, lastSeenAt } = device;
  return {
    id,
    kind,
    name,
    shop_id: shopId,
    display_id: displayId,
    display_name: displayId === null ? null : (displays.get(displayId)?.name ?? null),
    paired_by: pairedBy,
    paired_at: isoTime(pairedAt.getTime()),
    last_seen_at: lastSeenAt === null ? null : isoTime(lastSeenAt.getTime()),
  };
}

/** As it sees itself. */
export function ownDeviceOnWire({ id, kind, name, displayId, tenantSlug }: Device): deviceBodies.OwnDevice {
  const board = displayId === null ? null : { tenant_slug: tenantSlug, display_id: displayId };
  return { id, kind, name, board };
}
