import { useBookingDesk } from "../../booking/bookings-context.ts";
import type { CalendarColumn } from "../calendar-column.ts";
import { instantOf } from "../time/zone-time.ts";
import type { MovingState } from "./use-moving.ts";

/** Asks whether the booking shall really go where it was dropped; nothing where it came from there. */
export function useDrop(columns: readonly CalendarColumn[]): (moved: MovingState) => void {
  const { view, openDialog } = useBookingDesk();
  return ({ booking, column: index, at }) => {
    const column = columns[index];
    if (column === undefined) return;
    const start = instantOf({ date: column.date, minutes: at }, view.shop.self.time_zone);
    const providerId = column.provider?.id ?? booking.provider_id;
    if (start === Date.parse(booking.appointment_time) && providerId === booking.provider_id) return;
    openDialog({ kind: "confirm-move", booking, to: { start, providerId } });
  };
}
