import ipaddr from "ipaddr.js";

/** Public by their form, and all the same only for those inside some provider's network. */
const INNER = new Set(["168.63.129.16"]);

/** The IPv6 that is given out to the public; all else is local, reserved, or leads to an IPv4 address in disguise. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Whether an address is one of the public internet: no loopback, no private or link-local network, no carrier's, no
 * multicast, no provider's metadata, and no IPv4 address within an IPv6 one (NAT64, 6to4, Teredo), however it is written.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== "unicast") return false;
  if (parsed instanceof ipaddr.IPv4) return !INNER.has(parsed.toString());
  return parsed.zoneId === undefined && parsed.match(GLOBAL_UNICAST);
}
