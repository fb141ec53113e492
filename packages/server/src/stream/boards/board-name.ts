import { isBoardOf } from "../../devices/may-watch-display.ts";
import type { DeviceIdentity } from "../../people/caller.ts";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";

const OF_DEVICES = "device:";

/**
 * What a board is called in the roll. A device is known by its id, whatever it calls itself, and nobody else can take
 * such a name. Without a key only a public display may be reported on; undefined: this is no board.
 */
export function boardName(
  { tenant, state }: ShopSnapshot,
  displayId: string,
  named: string | undefined,
  device: DeviceIdentity | null,
): string | undefined {
  if (named === undefined) return undefined;
  if (device !== null && isBoardOf(tenant.id, displayId, device)) return OF_DEVICES + device.id;
  const isOpen = state.displays.get(displayId)?.public === true;
  return isOpen && !named.startsWith(OF_DEVICES) ? named : undefined;
}
