export interface DropPlace {
  readonly key: string;
  readonly dropPosition: "before" | "after" | "on";
}

/** The order as it would be if `moved` were dropped there. Dropping on a row means taking its place. */
export function prospectiveOrder(
  order: readonly string[],
  moved: string,
  place: DropPlace | null,
): readonly string[] {
  if (place === null || place.key === moved || !order.includes(moved) || !order.includes(place.key))
    return order;
  const rest = order.filter((key) => key !== moved);
  const at = rest.indexOf(place.key);
  const down = order.indexOf(moved) < order.indexOf(place.key);
  const after = place.dropPosition === "after" || (place.dropPosition === "on" && down);
  return rest.toSpliced(after ? at + 1 : at, 0, moved);
}
