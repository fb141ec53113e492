import ipaddr from "ipaddr.js";

const KEPT_BITS = { ipv4: 24, ipv6: 48 } as const;

/**
 * The network an address belongs to: enough to tell the town hall from another continent, too little to tell one
 * household from the next.
 */
export function shortenedIp(address: string | null): string | null {
  if (address === null || !ipaddr.isValid(address)) return null;
  const parsed = ipaddr.process(address);
  const bits = KEPT_BITS[parsed.kind()];
  const network =
    parsed.kind() === "ipv4"
      ? ipaddr.IPv4.networkAddressFromCIDR(`${parsed.toString()}/${bits}`)
      : ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${bits}`);
  return `${network.toString()}/${bits}`;
}
