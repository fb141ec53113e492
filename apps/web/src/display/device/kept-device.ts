/** What this browser keeps of being a device, for the address that it was paired at. */
export interface KeptDevice {
  readonly key: string;
  /** What it shows; the address may name another display, or none. */
  readonly displayId: string;
  /** The server said that it was switched off. */
  readonly off: boolean;
}

const nameOf = (address: string): string => `callnext.device.${address}`;

export function keptDevice(storage: Storage | null, address: string): KeptDevice | null {
  try {
    const value: unknown = JSON.parse(storage?.getItem(nameOf(address)) ?? "null");
    return isKept(value) ? value : null;
  } catch {
    return null;
  }
}

/** Null forgets. Where nothing can be kept the screen is a device until it is restarted. */
export function keepDevice(storage: Storage | null, address: string, device: KeptDevice | null): void {
  try {
    if (device === null) storage?.removeItem(nameOf(address));
    else storage?.setItem(nameOf(address), JSON.stringify(device));
  } catch {
    // Nothing else depends on it.
  }
}

function isKept(value: unknown): value is KeptDevice {
  return (
    typeof value === "object" &&
    value !== null &&
    "key" in value &&
    typeof value.key === "string" &&
    "displayId" in value &&
    typeof value.displayId === "string" &&
    "off" in value &&
    typeof value.off === "boolean"
  );
}
