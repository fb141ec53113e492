import type { AppointmentOnWire } from "@callnext/protocol";
import { formatTime } from "../../../i18n/format-time.ts";

/** `09:00–09:30` by the shop's clock. */
export function bookingTimes({ appointment_time, end_time }: AppointmentOnWire, timeZone: string): string {
  const at = (iso: string): string => formatTime(Date.parse(iso), { timeZone });
  return `${at(appointment_time)}–${at(end_time)}`;
}
