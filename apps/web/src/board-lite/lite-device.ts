import type { KeptDevice } from "../display/device/kept-device.ts";

/** The same place as the other board's, so that a set keeps its key whichever of the two pages it shows. */
function nameOf(address: string): string {
  return "callnext.device." + address;
}

export function keptLiteDevice(storage: Storage | null, address: string): KeptDevice | null {
  try {
    var text = storage === null ? null : storage.getItem(nameOf(address));
    var value: unknown = JSON.parse(text === null ? "null" : text);
    return isKept(value) ? value : null;
  } catch {
    return null;
  }
}

/** Null forgets. Where nothing can be kept the screen is a device until it is restarted. */
export function keepLiteDevice(storage: Storage | null, address: string, device: KeptDevice | null): void {
  try {
    if (storage === null) return;
    if (device === null) storage.removeItem(nameOf(address));
    else storage.setItem(nameOf(address), JSON.stringify(device));
  } catch {
    // Nothing else depends on it.
  }
}

function isKept(value: unknown): value is KeptDevice {
  if (typeof value !== "object" || value === null) return false;
  var kept = value as { readonly [name: string]: unknown };
  return (
    typeof kept["key"] === "string" &&
    typeof kept["displayId"] === "string" &&
    typeof kept["off"] === "boolean"
  );
}
