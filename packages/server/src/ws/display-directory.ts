const MOST_KNOWN = 10_000;

/** Remembers in which shop a display stands: it never moves, and a crowd of returning boards must not ask the database each. */
export const rememberShops = (
  shopOfDisplay: (displayId: string) => Promise<number | undefined>,
): ((displayId: string) => Promise<number | undefined>) => {
  const known = new Map<string, number>();
  return async (displayId) => {
    const remembered = known.get(displayId);
    if (remembered !== undefined) return remembered;
    const shopId = await shopOfDisplay(displayId);
    if (shopId === undefined) return undefined;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(displayId, shopId);
    return shopId;
  };
};
