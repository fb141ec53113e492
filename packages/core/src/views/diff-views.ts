import { deepEqual } from "./deep-equal.ts";
import type { ViewDelta } from "./types.ts";

type Entities = Readonly<Record<string, unknown>>;

/** Any audience's view; `object`, because an interface has no index signature. */
const collectionsOf = (view: object): ReadonlyMap<string, Entities> =>
  new Map<string, Entities>(Object.entries(view));

/** The changes that turn `before` into `after`, or null where there are none. Both are views of one audience: the same collections. */
export const diffViews = <V extends object>(before: V, after: V): ViewDelta | null => {
  const set: Record<string, Entities> = {};
  const unset: Record<string, readonly string[]> = {};
  const collectionsBefore = collectionsOf(before);
  for (const [collection, now] of collectionsOf(after)) {
    const old = collectionsBefore.get(collection) ?? {};
    if (old === now) continue;
    const changed = Object.entries(now).filter(
      ([key, value]) => !Object.hasOwn(old, key) || !deepEqual(old[key], value),
    );
    const gone = Object.keys(old).filter((key) => !Object.hasOwn(now, key));
    if (changed.length > 0) set[collection] = Object.fromEntries(changed);
    if (gone.length > 0) unset[collection] = gone;
  }
  return Object.keys(set).length + Object.keys(unset).length === 0 ? null : { set, unset };
};
