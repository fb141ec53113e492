import type { IncomingMessage } from "node:http";
import type { ShopFeedLease, ShopFeeds } from "../stream/shop-feed.ts";
import { findShop } from "./find-shop.ts";
import type { IpCounter } from "./ip-counter.ts";
import type { UpgradeRefusal } from "./refuse-upgrade.ts";
import { type Route, routeOf } from "./routes.ts";
import { sessionOf } from "./session-of.ts";
import type { SocketDependencies, SocketSession } from "./socket-dependencies.ts";

export interface Admitted {
  readonly ok: true;
  readonly route: Route;
  readonly query: URLSearchParams;
  readonly session: SocketSession | null;
  /** Not for the native socket, which names its shops later. */
  readonly shop: ShopFeedLease | null;
}

export interface NotAdmitted {
  readonly ok: false;
  readonly refusal: UpgradeRefusal;
  /** For the log: what a person who looks for the cause needs. */
  readonly reason: string;
}

export type Admission = Admitted | NotAdmitted;

const refuse = (
  status: UpgradeRefusal["status"],
  code: string,
  detail: string,
  reason = code,
): NotAdmitted => ({
  ok: false,
  reason,
  refusal: { status, code, detail },
});

const tooMany = ({ limits }: SocketDependencies, ips: IpCounter, ip: string): NotAdmitted | undefined => {
  if (ips.count(ip) > limits.perIp)
    return refuse(
      429,
      "too-many-sockets",
      "Too many connections from this address.",
      "too many sockets of one address",
    );
  if (ips.total > limits.total)
    return refuse(503, "server-full", "The server holds as many connections as it may.");
  return undefined;
};

/** Everything that can be known before the 101 is checked before it. The request's own place in `ips` is taken already. */
export const admit = async (
  request: IncomingMessage,
  dependencies: SocketDependencies,
  feeds: ShopFeeds,
  caller: { readonly ips: IpCounter; readonly ip: string },
): Promise<Admission> => {
  const [path = "", search = ""] = (request.url ?? "").split("?", 2);
  const query = new URLSearchParams(search);
  const { origin } = request.headers;
  if (origin !== undefined && !dependencies.originAllowed(origin, request))
    return refuse(
      403,
      "origin-refused",
      "This origin may not open sockets here.",
      `origin refused: ${origin.slice(0, 200)}`,
    );
  const route = routeOf(path);
  if (route === undefined)
    return refuse(404, "not-found", "There is no socket at this path.", "path unknown");
  const full = tooMany(dependencies, caller.ips, caller.ip);
  if (full !== undefined) return full;
  const who = await sessionOf(request, query, dependencies);
  if (!who.ok) return refuse(401, "unauthenticated", who.detail, "credentials not valid");
  const { session } = who;
  if (route.kind === "native") return { ok: true, route, query, session, shop: null };
  const found = await findShop(route, feeds, dependencies);
  if (!found.ok) return refuse(404, found.code, "There is no such display or shop here.", found.reason);
  return { ok: true, route, query, session, shop: found.shop };
};
