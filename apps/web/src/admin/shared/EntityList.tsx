import type { ReactNode } from "react";
import { EmptyState } from "../../ui/EmptyState.tsx";

interface Props<T> {
  readonly items: readonly T[];
  readonly empty: string;
  readonly children: (item: T) => ReactNode;
}

export function EntityList<T>({ items, empty, children }: Props<T>) {
  if (items.length === 0) return <EmptyState title={empty} />;
  return <ul className="flex flex-col divide-y divide-line">{items.map(children)}</ul>;
}
