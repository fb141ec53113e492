/** What the directory has found is in its shop's state: nothing configured ever leaves it. */
export function known<Id extends string | number, Value>(all: ReadonlyMap<Id, Value>, id: Id): Value {
  const found = all.get(id);
  if (found === undefined) throw new Error(`${id} is missing from its shop's state`);
  return found;
}
