import type { IncomingMessage } from "node:http";
import { ANYONE, mayWatchDisplay } from "../devices/may-watch-display.ts";
import type { ShopFeedLease, ShopFeeds } from "../stream/shop-feed.ts";
import type { Crowded, SocketPlace } from "./crowd/crowd.ts";
import { findShop } from "./find-shop.ts";
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

const full = (by: Crowded): NotAdmitted =>
  by === "server"
    ? refuse(503, "server-full", "The server holds as many connections as it may.")
    : refuse(429, "too-many-sockets", `Too many connections of this ${by}.`, `too many sockets of one ${by}`);

const tooOften = (by: Crowded, retryAfterSeconds: number): NotAdmitted => {
  const refused = refuse(429, "too-many-requests", `This ${by} asks too often.`, `one ${by} asks too often`);
  return { ...refused, refusal: { ...refused.refusal, retryAfterSeconds } };
};

/** Undefined where there is room for the socket of this address. */
const noRoom = (place: SocketPlace): NotAdmitted | undefined => {
  const wait = place.knock();
  if (wait > 0) return tooOften("address", wait);
  const crowded = place.crowded();
  return crowded === undefined ? undefined : full(crowded);
};

/** Undefined where there is room for one more socket of this caller. */
const noRoomFor = (place: SocketPlace, session: SocketSession): NotAdmitted | undefined => {
  const known = place.identify(session);
  if (known === "caller") return full(known);
  return known > 0 ? tooOften("caller", known) : undefined;
};

/** Everything that can be known before the 101 is checked before it. */
export const admit = async (
  request: IncomingMessage,
  dependencies: SocketDependencies,
  feeds: ShopFeeds,
  place: SocketPlace,
): Promise<Admission> => {
  const crowded = noRoom(place);
  if (crowded !== undefined) return crowded;
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
  const who = await sessionOf(request, query, dependencies);
  if (!who.ok) return refuse(401, "unauthenticated", who.detail, "credentials not valid");
  let { session } = who;
  const tooMany = session === null ? undefined : noRoomFor(place, session);
  if (tooMany !== undefined) return tooMany;
  if (route.kind === "native") return { ok: true, route, query, session, shop: null };
  const found = await findShop(route, feeds, dependencies);
  if (!found.ok) return refuse(404, found.code, "There is no such display or shop here.", found.reason);
  const { current } = found.shop.feed;
  if (current.suspended) {
    found.shop[Symbol.dispose]();
    return refuse(403, "tenant-suspended", "This organisation is suspended.", "tenant suspended");
  }
  try {
    if (session !== null) {
      const memberships = await dependencies.seeing(session.memberships, current.state.shop.id);
      session = { ...session, memberships };
    }
  } catch (error) {
    found.shop[Symbol.dispose]();
    throw error;
  }
  if (route.kind === "display" && !mayWatchDisplay(current, route.displayId, session ?? ANYONE)) {
    found.shop[Symbol.dispose]();
    const detail = "This display is shown to its own screens and to staff only.";
    return session === null
      ? refuse(401, "unauthenticated", detail, "display not public")
      : refuse(403, "display-not-public", detail, "display not public");
  }
  if (!place.follow(found.shop.feed.current.tenant.id)) {
    found.shop[Symbol.dispose]();
    return full("tenant");
  }
  return { ok: true, route, query, session, shop: found.shop };
};
