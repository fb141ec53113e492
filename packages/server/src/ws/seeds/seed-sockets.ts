import { CLOSE } from "@callnext/protocol";
import { ANYONE } from "../../devices/may-watch-display.ts";
import { membershipFor, type ShopOfTenant } from "../../people/rights-in-shop.ts";
import { EventMemory } from "../../stream/event-memory.ts";
import { type Lease, Shared } from "../../stream/shared.ts";
import type { ShopFeed, ShopFeedLease } from "../../stream/shop-feed.ts";
import { guardDisplay } from "../display-guard.ts";
import type { Outlet } from "../outlet.ts";
import type { SeedRoute } from "../routes.ts";
import type { SocketDependencies } from "../socket-dependencies.ts";
import { AppointmentsGroup } from "./appointments-group.ts";
import { BoardLog } from "./board-log.ts";
import { BoardSocket } from "./board-socket.ts";
import { QueueGroup } from "./queue-group.ts";
import { readResume } from "./resume.ts";
import { takePings } from "./take-pings.ts";

const shopOf = ({ current }: ShopFeed): ShopOfTenant => ({
  tenantId: current.tenant.id,
  shopId: current.state.shop.id,
});

type Needed = Pick<SocketDependencies, "runtime" | "timers" | "log">;

/** The sockets of the two documents. What an audience sees is made once for all its sockets. */
export class SeedSockets {
  readonly #needed: Needed;
  readonly #groups = new Shared<QueueGroup>();
  readonly #calendars = new Shared<AppointmentsGroup>();
  readonly #boards = new Shared<BoardLog>();
  readonly #memories = new Shared<EventMemory>();

  constructor(needed: Needed) {
    this.#needed = needed;
  }

  /** How many audiences have listeners. */
  get audiences(): number {
    return this.#groups.size + this.#calendars.size + this.#boards.size;
  }

  /** Serves an admitted socket until it closes; lets go of its shop then. */
  serve(
    outlet: Outlet,
    route: SeedRoute,
    query: URLSearchParams,
    shop: ShopFeedLease,
    visitorsShown: (shop: ShopOfTenant) => void,
  ): void {
    outlet.onClose(() => shop[Symbol.dispose]());
    const listening = shop.feed.listen(({ after }) => {
      if (after.suspended) outlet.close(CLOSE.forbidden, "tenant-suspended");
    });
    outlet.onClose(() => listening[Symbol.dispose]());
    takePings(outlet, this.#needed.timers, this.#begin(outlet, route, query, shop.feed, visitorsShown));
  }

  /** Resolves when the client has been told all that was due on connecting. */
  #begin(
    outlet: Outlet,
    route: SeedRoute,
    query: URLSearchParams,
    feed: ShopFeed,
    visitorsShown: (shop: ShopOfTenant) => void,
  ): Promise<void> {
    switch (route.kind) {
      case "queue":
        if (!this.#serveQueue(outlet, feed, route.page).masked) visitorsShown(shopOf(feed));
        return Promise.resolve();
      case "appointments":
        if (!this.#serveAppointments(outlet, feed).masked) visitorsShown(shopOf(feed));
        return Promise.resolve();
      case "display":
        return this.#serveBoard(outlet, feed, route.displayId, query);
    }
  }

  #serveQueue(outlet: Outlet, feed: ShopFeed, page: boolean): { readonly masked: boolean } {
    const masked = this.#isMasked(outlet, feed);
    const key = `${feed.current.state.shop.id} ${masked} ${page}`;
    const group = this.#groups.lease(key, () => new QueueGroup(feed, { masked, page }, this.#needed.timers));
    outlet.onClose(() => group[Symbol.dispose]());
    group.value.add(outlet);
    return { masked };
  }

  #serveAppointments(outlet: Outlet, feed: ShopFeed): { readonly masked: boolean } {
    const masked = this.#isMasked(outlet, feed);
    const key = `${feed.current.state.shop.id} ${masked}`;
    const group = this.#calendars.lease(
      key,
      () => new AppointmentsGroup(feed, { masked }, this.#needed.timers),
    );
    outlet.onClose(() => group[Symbol.dispose]());
    group.value.add(outlet);
    return { masked };
  }

  #isMasked(outlet: Outlet, feed: ShopFeed): boolean {
    const { memberships } = outlet.session ?? ANYONE;
    return membershipFor(memberships, shopOf(feed), "see-visitors") === undefined;
  }

  async #serveBoard(
    outlet: Outlet,
    feed: ShopFeed,
    displayId: string,
    query: URLSearchParams,
  ): Promise<void> {
    const board = this.#leaseBoard(feed, displayId);
    outlet.onClose(() => board[Symbol.dispose]());
    const lost = (): void => outlet.close(CLOSE.forbidden, "display-not-public");
    const guard = guardDisplay(feed, displayId, outlet.session ?? ANYONE, lost);
    outlet.onClose(() => guard[Symbol.dispose]());
    const { runtime, timers } = this.#needed;
    const resume = readResume(query);
    const { shop, seq } = feed.current.state;
    try {
      // Another node may have told the board what this one does not know yet; it is no stranger for that.
      if (resume.kind === "since" && resume.seq > seq) await runtime.freshSnapshot(shop.id);
      await BoardSocket.serve(outlet, board.value, resume, timers);
    } catch (err) {
      this.#needed.log.warn({ err, display: displayId }, "missed messages could not be read");
      outlet.cut();
    }
  }

  #leaseBoard(feed: ShopFeed, displayId: string): Lease<BoardLog> {
    const { runtime, timers } = this.#needed;
    const shopId = feed.current.state.shop.id;
    const read = (since: number, limit: number) => runtime.events(shopId, since, limit);
    const memory = this.#memories.lease(String(shopId), () => new EventMemory(feed, read));
    const board = this.#boards.lease(displayId, () => new BoardLog(displayId, feed, memory.value, timers));
    return {
      value: board.value,
      [Symbol.dispose]() {
        board[Symbol.dispose]();
        memory[Symbol.dispose]();
      },
    };
  }
}
