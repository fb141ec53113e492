import type { View, ViewDelta } from "./types.ts";

/** The view after the delta; the one given stays as it was. */
export const applyDelta = (view: View, delta: ViewDelta): View => {
  const collections = new Set([...Object.keys(view), ...Object.keys(delta.set)]);
  return Object.fromEntries(
    [...collections].map((collection) => {
      const before = view[collection] ?? {};
      const set = delta.set[collection];
      const unset = delta.unset[collection];
      if (set === undefined && unset === undefined) return [collection, before];
      const gone = new Set(unset);
      const kept = Object.entries(before).filter(([key]) => !gone.has(key));
      return [collection, Object.fromEntries([...kept, ...Object.entries(set ?? {})])];
    }),
  );
};
