import { formatTime } from "../../../i18n/format-time.ts";
import { useBookingDesk } from "../../booking/bookings-context.ts";
import type { MovingState } from "../moving/use-moving.ts";
import { instantOf } from "../time/zone-time.ts";
import { type Scale, topOf } from "./scale.ts";

interface Props {
  readonly moving: MovingState;
  readonly date: string;
  readonly scale: Scale;
}

/** Where the booking that is being moved would be. */
export function MovingBlock({ moving, date, scale }: Props) {
  const { view } = useBookingDesk();
  const timeZone = view.shop.self.time_zone;
  return (
    <div
      aria-hidden
      data-moving
      className="pointer-events-none absolute inset-x-0.5 z-20 rounded-md border-2 border-dashed border-accent bg-accent-soft px-2 text-sm font-bold text-accent tabular-nums"
      style={{ top: topOf(scale, moving.at), height: moving.lasts * scale.pixelsPerMinute }}
    >
      {formatTime(instantOf({ date, minutes: moving.at }, timeZone), { timeZone })}
    </div>
  );
}
