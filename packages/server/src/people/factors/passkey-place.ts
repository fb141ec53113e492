import { isIP } from "node:net";
import type { Config } from "../../config/config.ts";

/** Where passkeys are made and used: browsers bind each to a host name, and to a secure page. */
export interface PasskeyPlace {
  readonly origin: string;
  readonly rpId: string;
}

/**
 * The public URL's place; without one, outside production, that of this machine's own browser (`localhost`).
 * Null: no passkeys here. Never a Host that somebody else may have written.
 */
export function passkeyPlace(
  config: Pick<Config, "publicUrl" | "production">,
  host: string,
): PasskeyPlace | null {
  if (config.publicUrl !== null) return placeOf(config.publicUrl);
  return config.production || !/^localhost(:\d{1,5})?$/.test(host) ? null : placeOf(`http://${host}`);
}

function placeOf(address: string): PasskeyPlace | null {
  const { origin, protocol, hostname } = new URL(address);
  // An address in numbers is no name, and browsers offer no passkeys on pages that others could have changed.
  if (isIP(hostname.replace(/^\[(.*)\]$/, "$1")) !== 0) return null;
  return protocol === "https:" || hostname === "localhost" ? { origin, rpId: hostname } : null;
}
