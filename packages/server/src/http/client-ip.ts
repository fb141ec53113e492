import { BlockList, isIP } from "node:net";
import type { IncomingMessage } from "node:http";

/** Who really asks: the nearest address of the forwarding chain that is no trusted proxy. */
export function createClientIp(trustedProxies: readonly string[]): (request: IncomingMessage) => string {
  const trusted = new BlockList();
  for (const proxy of trustedProxies) {
    const [address = "", bits] = proxy.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  const isTrusted = (address: string): boolean =>
    trusted.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
  return (request) => {
    const header = request.headers["x-forwarded-for"];
    const chain = (Array.isArray(header) ? header.join(",") : (header ?? ""))
      .split(",")
      .map((part) => part.trim());
    let client = plain(request.socket.remoteAddress ?? "");
    while (client !== "" && isTrusted(client)) {
      const before = plain(chain.pop() ?? "");
      if (isIP(before) === 0) return client;
      client = before;
    }
    return client;
  };
}

/** `::ffff:10.0.0.1` is 10.0.0.1. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}
