const MOST_KEPT = 20_000;

/** Remembers what was found, for things that never change once they are there; what is missing is asked again. */
export function cachedLookup<Found>(
  find: (parts: readonly string[]) => Promise<Found | undefined>,
): (...parts: readonly string[]) => Promise<Found | undefined> {
  const kept = new Map<string, Found>();
  return async (...parts) => {
    const key = JSON.stringify(parts);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const found = await find(parts);
    if (found !== undefined) kept.set(key, found);
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? "");
    return found;
  };
}
