import ipaddr from "ipaddr.js";

const PREFIX_HEXTETS = 4;

/**
 * By what an address counts: an IPv6 one by its /64, which one customer has to themselves to draw addresses from;
 * an IPv4 one, also where it is written as IPv6, by itself.
 */
export function addressGroup(address: string): string {
  // A zone (`fe80::1%eth0`) is no part of the address.
  const plain = address.split("%", 1)[0] ?? "";
  if (!ipaddr.isValid(plain)) return plain;
  const parsed = ipaddr.process(plain);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  const prefix = parsed.parts.slice(0, PREFIX_HEXTETS).map((part) => part.toString(16));
  return `${prefix.join(":")}::/64`;
}
