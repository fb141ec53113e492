import type { ShopRuntime } from "../shops/shop-runtime.ts";
import { encode } from "../stream/encode.ts";
import { EventMemory } from "../stream/event-memory.ts";
import { type Lease, Shared } from "../stream/shared.ts";
import type { ShopFeedLease } from "../stream/shop-feed.ts";
import type { Timers } from "../stream/timers.ts";
import type { Admitted } from "./admit.ts";
import type { Outlet } from "./outlet.ts";
import type { Route } from "./routes.ts";
import { BoardLog } from "./seeds/board-log.ts";
import { BoardSocket } from "./seeds/board-socket.ts";
import { QueueGroup } from "./seeds/queue-group.ts";
import { readResume } from "./seeds/resume.ts";
import { takePings } from "./seeds/take-pings.ts";
import type { SocketLog } from "./socket-dependencies.ts";

export interface SeedRoutes {
  /** How many audiences of the documents' sockets have listeners. */
  readonly audiences: number;
  /** Serves an admitted socket until it closes; lets go of its shop then. */
  serve(outlet: Outlet, admitted: Admitted, shop: ShopFeedLease): void;
}

/** The sockets of the two documents. */
export function createSeedRoutes(runtime: ShopRuntime, timers: Timers, log: SocketLog): SeedRoutes {
  const groups = new Shared<QueueGroup>();
  const boards = new Shared<BoardLog>();
  const memories = new Shared<EventMemory>();

  const serveQueue = (outlet: Outlet, admitted: Admitted, shop: ShopFeedLease, page: boolean): void => {
    const { tenant, state } = shop.feed.current;
    const masked = admitted.session?.memberships.some(({ tenantId }) => tenantId === tenant.id) !== true;
    const key = `${state.shop.id} ${masked} ${page}`;
    const group = groups.lease(key, () => new QueueGroup(shop.feed, { masked, page }, timers));
    outlet.onClose(() => group[Symbol.dispose]());
    takePings(outlet, timers);
    group.value.add(outlet);
  };
  const serveAppointments = (outlet: Outlet, { feed }: ShopFeedLease): void => {
    takePings(outlet, timers);
    const { epoch, state } = feed.current;
    outlet.send(encode({ type: "appointment_update", appointments: [], seq: state.seq, epoch }));
  };
  const leaseBoard = (displayId: string, { feed }: ShopFeedLease): Lease<BoardLog> => {
    const shopId = feed.current.state.shop.id;
    const memory = memories.lease(
      String(shopId),
      () => new EventMemory(feed, (since, limit) => runtime.events(shopId, since, limit)),
    );
    const board = boards.lease(displayId, () => new BoardLog(displayId, feed, memory.value, timers));
    return {
      value: board.value,
      [Symbol.dispose]() {
        board[Symbol.dispose]();
        memory[Symbol.dispose]();
      },
    };
  };
  const serveBoard = (outlet: Outlet, admitted: Admitted, shop: ShopFeedLease, displayId: string): void => {
    const board = leaseBoard(displayId, shop);
    outlet.onClose(() => board[Symbol.dispose]());
    BoardSocket.serve(outlet, board.value, readResume(admitted.query), timers).catch((err: unknown) => {
      log.warn({ err, display: displayId }, "missed messages could not be read");
      outlet.cut();
    });
  };
  const serveRoute = (route: Route, outlet: Outlet, admitted: Admitted, shop: ShopFeedLease): void => {
    switch (route.kind) {
      case "queue":
        return serveQueue(outlet, admitted, shop, route.page);
      case "appointments":
        return serveAppointments(outlet, shop);
      case "display":
        return serveBoard(outlet, admitted, shop, route.displayId);
      case "native":
        throw new Error("The native socket is not one of the documents'.");
    }
  };
  return {
    get audiences() {
      return groups.size + boards.size;
    },
    serve(outlet, admitted, shop) {
      outlet.onClose(() => shop[Symbol.dispose]());
      serveRoute(admitted.route, outlet, admitted, shop);
    },
  };
}
