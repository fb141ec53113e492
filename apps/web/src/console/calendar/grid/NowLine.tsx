import { type Scale, topOf } from "./scale.ts";

/** Where the day stands. `minutes` since its midnight. */
export function NowLine({ minutes, scale }: { readonly minutes: number; readonly scale: Scale }) {
  if (minutes < scale.axis.from || minutes > scale.axis.until) return null;
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute inset-x-0 border-t-2 border-bad"
      style={{ top: topOf(scale, minutes) }}
    />
  );
}
