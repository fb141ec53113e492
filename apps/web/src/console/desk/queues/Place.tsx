import { classNames } from "../../../ui/class-names.ts";
import { usePlaces } from "./places-context.ts";

/** The place in the line; while something is dragged, the place it would be. */
export function Place({ id }: { readonly id: string }) {
  const { places, dragged } = usePlaces();
  return (
    <span
      data-place={id}
      className={classNames(
        "flex h-7 min-w-7 shrink-0 items-center justify-center rounded-full px-1 text-sm font-semibold tabular-nums",
        dragged === id ? "bg-accent text-accent-ink" : "bg-sunken text-ink-soft",
      )}
    >
      {places.get(id)}
    </span>
  );
}
