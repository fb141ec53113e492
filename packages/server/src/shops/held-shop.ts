import { isDeepStrictEqual } from "node:util";
import { fold, type ShopState } from "@callnext/core";
import { type Erased, NOBODY_ERASED } from "./erased-people.ts";
import { peopleAfter, withoutErased } from "./live-people.ts";
import type { LoadedShop } from "./load-shop.ts";
import type { EventPage } from "./read-events.ts";
import type { ShopChange, ShopSnapshot } from "./shop-runtime.ts";
import type { StaffNames } from "./staff-names.ts";

/** As pino has it. */
interface ErrorLog {
  error(fields: object, message: string): void;
}

/** What this node holds of one shop, moved forward strictly by seq, and who follows it. */
export class HeldShop {
  #loaded: LoadedShop | undefined;
  readonly #followers = new Set<(change: ShopChange) => void>();
  readonly #log: ErrorLog;

  constructor(log: ErrorLog) {
    this.#log = log;
  }

  get snapshot(): ShopSnapshot | undefined {
    return this.#loaded?.snapshot;
  }

  get staffVersion(): number {
    return this.#loaded?.staffVersion ?? -1;
  }

  get isFollowed(): boolean {
    return this.#followers.size > 0;
  }

  follow(listener: (change: ShopChange) => void): Disposable {
    const own = (change: ShopChange): void => listener(change);
    this.#followers.add(own);
    return { [Symbol.dispose]: () => void this.#followers.delete(own) };
  }

  /**
   * Takes what was loaded, unless newer of the same epoch is held already. Of another epoch: a backup was restored,
   * and the followers are told by a change without events.
   */
  adopt(loaded: LoadedShop): void {
    const held = this.#loaded?.snapshot;
    const { snapshot } = loaded;
    const restored = held !== undefined && held.epoch !== snapshot.epoch;
    if (held === undefined || restored || held.state.seq < snapshot.state.seq) this.#loaded = loaded;
    if (restored) this.#tell({ before: held, after: snapshot, events: [] });
  }

  forget(): void {
    this.#loaded = undefined;
  }

  /**
   * Takes the names over, lets go of the visitors erased, and tells the followers by a change without events where
   * that shows.
   */
  rename(staff: StaffNames, erased: Erased = NOBODY_ERASED): void {
    const before = this.#loaded?.snapshot;
    if (before === undefined || staff.version < this.staffVersion) return;
    const people = withoutErased(before.people, erased.tickets);
    const bookers = withoutErased(before.bookers, erased.appointments);
    const after = { ...before, staffNames: staff.names, people, bookers, suspended: staff.suspended };
    this.#loaded = { snapshot: after, staffVersion: staff.version };
    const erasedSome = people !== before.people || bookers !== before.bookers;
    const toldOf = erasedSome || staff.suspended !== before.suspended;
    if (toldOf || !isDeepStrictEqual(before.staffNames, staff.names))
      this.#tell({ before, after, events: [] });
  }

  /**
   * Moves on by committed events and tells the followers. Events already held are passed over, so that it
   * does not matter whether a commit's own answer or the log brings them first.
   * `after` is the state after the last of them, where the caller has it already.
   */
  absorb(page: EventPage, after?: ShopState): void {
    const loaded = this.#loaded;
    if (loaded === undefined) return;
    const before = loaded.snapshot;
    const events = page.events.filter((event) => event.seq > before.state.seq);
    if (events.length === 0) return;
    if (events[0]?.seq !== before.state.seq + 1) {
      throw new Error(
        `Shop ${before.state.shop.id} stands at ${before.state.seq}; event ${events[0]?.seq} cannot follow.`,
      );
    }
    const state =
      after !== undefined && events.length === page.events.length ? after : fold(before.state, events);
    const snapshot = { ...before, state, ...peopleAfter(before, page, state) };
    this.#loaded = { ...loaded, snapshot };
    this.#tell({ before, after: snapshot, events });
  }

  #tell(change: ShopChange): void {
    for (const follower of this.#followers) {
      try {
        follower(change);
      } catch (error) {
        this.#log.error({ err: error, shopId: change.after.state.shop.id }, "a shop's follower failed");
      }
    }
  }
}
