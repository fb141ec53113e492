import type { Appointment, AppointmentId } from "../appointments/appointment.ts";
import type { BookingRules } from "../appointments/booking-rules.ts";
import type { Provider } from "../appointments/provider.ts";
import type { Actor } from "../queue/actor.ts";
import type { Command, WantedSlot } from "../queue/commands.ts";
import type { QueueConfig } from "../queue/queue.ts";
import type { ShopState } from "../queue/shop.ts";
import { testBookingRules, testProvider } from "./appointment-fixtures.ts";
import { testQueueConfig, testService } from "./fixtures.ts";
import { type Run, runCommands, type Step } from "./run-commands.ts";
import { at, MINUTE, MORNING, shopWith } from "./steps.ts";

export const VISITOR: Actor = { kind: "visitor" };

/** `queue-a` and these providers (one, of one lane) at 08:00; one service of 15 minutes; visitors may book. */
export const bookingShop = (
  queue: Partial<QueueConfig> = {},
  booking: Partial<BookingRules> = {},
  providers: readonly Partial<Provider>[] = [{}],
): ShopState =>
  runCommands(shopWith([], { booking: testBookingRules(booking) }), [
    { command: { type: "configure-service", service: testService() } },
    { command: { type: "configure-queue", queue: testQueueConfig(queue) } },
    ...providers.map((provider): Step => {
      return { command: { type: "configure-provider", provider: testProvider(provider) } };
    }),
  ]).state;

/** A wish for a visit that begins so many minutes after 08:00. */
export const wish = (
  appointmentId: AppointmentId,
  startMinute: number,
  change: Partial<WantedSlot> = {},
): WantedSlot => ({
  appointmentId,
  serviceId: 1,
  providerId: null,
  start: MORNING + startMinute * MINUTE,
  partySize: 1,
  locale: null,
  ...change,
});

/** Booked at 08:00 by staff, to begin so many minutes later. */
export const book = (
  id: AppointmentId,
  startMinute: number,
  change: Partial<WantedSlot> = {},
  by?: Actor,
): Step => ({ command: { type: "book-appointment", ...wish(id, startMinute, change) }, by });

/** Its ticket is `v` and the id. */
export const checkIn = (minute: number, id: AppointmentId, by?: Actor): Step =>
  at(minute, { type: "check-in-appointment", appointmentId: id, ticketId: `v${id}` }, by);

/** A command that needs an appointment and nothing else. */
export const onAppointment = (
  minute: number,
  appointmentId: AppointmentId,
  type: Extract<
    Command["type"],
    | "release-slot"
    | "cancel-appointment"
    | "say-on-my-way"
    | "mark-appointment-no-show"
    | "restore-appointment"
    | "complete-appointment"
  >,
  by?: Actor,
): Step => at(minute, { type, appointmentId }, by);

export const keepTime = (minute: number): Step => at(minute, { type: "keep-time" }, { kind: "system" });

/** Throws where the state has no such appointment. */
export const appointmentIn = ({ state }: Pick<Run, "state">, id: AppointmentId): Appointment => {
  const appointment = state.appointments.get(id);
  if (appointment === undefined) throw new Error(`No appointment ${id} in this state.`);
  return appointment;
};
