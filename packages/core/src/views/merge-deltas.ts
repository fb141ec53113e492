import type { ViewDelta } from "./types.ts";

/** One delta that does what `first` and then `second` do. */
export const mergeDeltas = (first: ViewDelta, second: ViewDelta): ViewDelta => {
  const set: Record<string, Readonly<Record<string, unknown>>> = {};
  const unset: Record<string, readonly string[]> = {};
  const collections = [first.set, first.unset, second.set, second.unset].flatMap((part) => Object.keys(part));
  for (const collection of new Set(collections)) {
    const laterSet = second.set[collection] ?? {};
    const laterUnset = new Set(second.unset[collection]);
    const stillSet = Object.entries(first.set[collection] ?? {}).filter(([key]) => !laterUnset.has(key));
    const stillUnset = (first.unset[collection] ?? []).filter((key) => !Object.hasOwn(laterSet, key));
    const entities = Object.fromEntries([...stillSet, ...Object.entries(laterSet)]);
    const gone = [...new Set([...stillUnset, ...laterUnset])];
    if (Object.keys(entities).length > 0) set[collection] = entities;
    if (gone.length > 0) unset[collection] = gone;
  }
  return { set, unset };
};
