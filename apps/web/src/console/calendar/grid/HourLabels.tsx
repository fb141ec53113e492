import { type Scale, topOf } from "./scale.ts";
import { hoursOf } from "./hours-of.ts";

/** The clock at the left, by the shop's wall; beyond midnight it begins anew. */
export function HourLabels({ scale }: { readonly scale: Scale }) {
  const { axis } = scale;
  return (
    <div
      aria-hidden
      className="sticky left-0 z-20 border-r border-line bg-surface text-sm text-ink-soft tabular-nums"
      style={{ height: topOf(scale, axis.until) }}
    >
      {hoursOf(axis).map((minutes) => (
        <span
          key={minutes}
          className="absolute right-2"
          style={{ top: Math.max(0, topOf(scale, minutes) - 10) }}
        >
          {String((minutes / 60) % 24).padStart(2, "0")}:00
        </span>
      ))}
    </div>
  );
}
