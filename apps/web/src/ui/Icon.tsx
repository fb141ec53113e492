import { ICON_PATHS, type IconName } from "./icon-paths.ts";

/** Decoration only: whatever it means is said in words beside it or in the button's label. */
export function Icon({
  name,
  className = "size-5",
}: {
  readonly name: IconName;
  readonly className?: string;
}) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      className={`shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "grip" || name === "more" ? 2.6 : 1.9}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
