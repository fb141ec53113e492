import { fold } from "@callnext/core";
import type { HeldShop, ShopSnapshot } from "@callnext/server/simulation";
import { peopleOf } from "../people-of.ts";
import type { StoreLink } from "../store/store-link.ts";

export interface BroughtUp {
  readonly snapshot: ShopSnapshot;
  /** Moves the held shop on, which tells its followers. */
  readonly hold: () => void;
}

/** The shop at `seq` or later: usually what the node holds already. */
export const bringUp = async (link: StoreLink, held: HeldShop, seq: number): Promise<BroughtUp> => {
  const { store } = link;
  const { snapshot } = held;
  if (snapshot === undefined) {
    const loaded = await link.ask(() => store.load());
    return { snapshot: loaded, hold: () => held.adopt({ snapshot: loaded, staffVersion: 1 }) };
  }
  if (snapshot.state.seq >= seq) return { snapshot, hold: () => undefined };
  const logged = await link.ask(() => store.eventsAfter(snapshot.state.seq, seq - snapshot.state.seq));
  const events = logged.map(({ event }) => event);
  const { people, bookers } = peopleOf(logged);
  const state = fold(snapshot.state, events);
  return {
    snapshot: {
      ...snapshot,
      state,
      people: new Map([...snapshot.people, ...people]),
      bookers: new Map([...snapshot.bookers, ...bookers]),
    },
    hold: () => held.absorb({ events, people, bookers }, state),
  };
};
