import type { Appointment } from "../appointments/appointment.ts";
import { type BookingRules, USUAL_BOOKING_RULES } from "../appointments/booking-rules.ts";
import type { Provider } from "../appointments/provider.ts";

export const testProvider = (change: Partial<Provider> = {}): Provider => ({
  id: "provider-1",
  staffId: null,
  name: "Room 1",
  serviceIds: [],
  lanes: 1,
  patterns: [],
  absences: [],
  archived: false,
  rank: 1,
  ...change,
});

const QUARTER = 15 * 60_000;

/** Scheduled for `start`, a quarter of an hour long. */
export const testAppointment = (start: number, change: Partial<Appointment> = {}): Appointment => ({
  id: 1,
  status: "scheduled",
  serviceId: 1,
  providerId: "provider-1",
  lane: 0,
  start,
  end: start + QUARTER,
  busyFrom: start,
  busyUntil: start + QUARTER,
  partySize: 1,
  locale: null,
  bookedBy: "visitor",
  bookedAt: 0,
  updatedAt: 0,
  heldUntil: null,
  ticketId: null,
  onMyWayAt: null,
  lateMinutes: null,
  cancelledBy: null,
  ...change,
});

/** Open to visitors, with neither lead time nor a near horizon. */
export const testBookingRules = (change: Partial<BookingRules> = {}): BookingRules => ({
  ...USUAL_BOOKING_RULES,
  open: true,
  leadMinutes: 0,
  horizonDays: 90,
  ...change,
});
