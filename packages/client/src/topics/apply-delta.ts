import type { View, ViewDelta } from "@callnext/protocol";

type Collection = Readonly<Record<string, unknown>>;

const changed = (
  old: Collection | undefined,
  set: Collection | undefined,
  unset: readonly string[],
): Collection => {
  const next: Record<string, unknown> = { ...old, ...set };
  for (const key of unset) delete next[key];
  return next;
};

/** The view after a delta. Collections and entities that it does not name stay the same objects, so that screens need not draw them again. */
export function applyDelta(view: View, delta: ViewDelta): View {
  const names = [...new Set([...Object.keys(delta.set), ...Object.keys(delta.unset)])];
  if (names.length === 0) return view;
  const next: Record<string, Collection> = { ...view };
  for (const name of names) next[name] = changed(view[name], delta.set[name], delta.unset[name] ?? []);
  return next;
}
