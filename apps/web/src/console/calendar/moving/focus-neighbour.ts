/** Arrows go from booking to booking: up and down in a column, left and right to the one nearest in time. */
export function focusNeighbour(block: HTMLElement, key: string): boolean {
  const body = block.closest<HTMLElement>("[data-column-body]");
  if (body === null) return false;
  const target =
    key === "ArrowUp" || key === "ArrowDown" ? inColumn(body, block, key) : beside(body, block, key);
  target?.focus();
  return target !== undefined;
}

const blocksIn = (body: HTMLElement): readonly HTMLElement[] => [
  ...body.querySelectorAll<HTMLElement>("[data-booking]"),
];

function inColumn(body: HTMLElement, block: HTMLElement, key: string): HTMLElement | undefined {
  const all = blocksIn(body);
  return all[all.indexOf(block) + (key === "ArrowUp" ? -1 : 1)];
}

function beside(body: HTMLElement, block: HTMLElement, key: string): HTMLElement | undefined {
  if (key !== "ArrowLeft" && key !== "ArrowRight") return undefined;
  const all = [...(body.parentElement?.querySelectorAll<HTMLElement>("[data-column-body]") ?? [])];
  const at = all.indexOf(body);
  // The next column that has anything in it.
  const others = key === "ArrowLeft" ? all.slice(0, at).toReversed() : all.slice(at + 1);
  const found = others.map(blocksIn).find((blocks) => blocks.length > 0) ?? [];
  const away = (other: HTMLElement): number => Math.abs(other.offsetTop - block.offsetTop);
  return found.toSorted((a, b) => away(a) - away(b))[0];
}
