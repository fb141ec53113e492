import type { ShopState } from "@callnext/core";
import type { EventPage } from "./read-events.ts";
import type { ShopSnapshot } from "./shop-runtime.ts";

interface Live<Id> {
  has(id: Id): boolean;
}

type People = Pick<ShopSnapshot, "people" | "bookers">;

/** Whose the tickets and appointments of `state` are, after what brought it about. */
export function peopleAfter(
  before: ShopSnapshot,
  added: Omit<EventPage, "events">,
  state: ShopState,
): People {
  // There may be thousands of bookers, and most commands are about tickets.
  const sameBookers = before.state.appointments === state.appointments && added.bookers.size === 0;
  return {
    people: livePeople(before.people, added.people, state.tickets),
    bookers: sameBookers ? before.bookers : livePeople(before.bookers, added.bookers, state.appointments),
  };
}

/** Of what is in the state only; the same map where nothing changed. */
function livePeople<Id, Who>(
  before: ReadonlyMap<Id, Who>,
  added: ReadonlyMap<Id, Who>,
  live: Live<Id>,
): ReadonlyMap<Id, Who> {
  const gone = [...before.keys()].filter((id) => !live.has(id));
  if (gone.length === 0 && added.size === 0) return before;
  const people = new Map(before);
  for (const id of gone) people.delete(id);
  for (const [id, person] of added) if (live.has(id)) people.set(id, person);
  return people;
}

/** The same map where none of them is in it. */
export function withoutErased<Id, Who>(
  people: ReadonlyMap<Id, Who>,
  erased: ReadonlySet<Id>,
): ReadonlyMap<Id, Who> {
  if (![...erased].some((id) => people.has(id))) return people;
  return new Map([...people].filter(([id]) => !erased.has(id)));
}
