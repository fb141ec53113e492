import type { AppointmentOnWire, AppointmentStep, CheckInAnswer } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { useNotices } from "../../ui/notices/notices-context.ts";
import { useBookingDesk, type MoveTarget } from "./bookings-context.ts";
import type { BookingStep } from "./logic/booking-steps.ts";
import { bookingName } from "./logic/booking-name.ts";

export interface BookingSteps {
  /** Each step for itself: another one at once is no double click of the first. */
  readonly isPending: (booking: AppointmentOnWire, step: BookingStep) => boolean;
  /** Whether it was done. Refusals are shown. */
  readonly step: (booking: AppointmentOnWire, step: AppointmentStep) => Promise<boolean>;
  readonly late: (booking: AppointmentOnWire, minutes: number | null) => Promise<boolean>;
  readonly move: (
    booking: AppointmentOnWire,
    to: { readonly start: number; readonly providerId: string | null },
  ) => Promise<boolean>;
  /** Makes the ticket, and shows it. */
  readonly checkIn: (booking: AppointmentOnWire) => Promise<void>;
}

/** What the desk does with one appointment; one thing at a time. */
export function useBookingSteps(): BookingSteps {
  const { t } = useTranslation("console");
  const notices = useNotices();
  const { commands, openDialog, changed } = useBookingDesk();
  const idOf = (booking: AppointmentOnWire, path: string): string => `appointment-${booking.id}-${path}`;

  const send = async <T>(booking: AppointmentOnWire, path: string, body?: unknown): Promise<T | null> => {
    const request = { path: `/appointments/${booking.id}/${path}`, ...(body === undefined ? {} : { body }) };
    const answer = await commands.run<T>(idOf(booking, path), request);
    if (!answer.ok) return null;
    changed();
    return answer.value;
  };
  const told = (booking: AppointmentOnWire, step: string): void =>
    notices.show({
      id: "booking",
      tone: "good",
      text: t(`booking-done.${step}`, { name: bookingName(t, booking) }),
    });
  return {
    isPending: (booking, step) => commands.pending.has(idOf(booking, step)),
    step: async (booking, step) => {
      const done = (await send(booking, step)) !== null;
      if (done) told(booking, step);
      return done;
    },
    late: async (booking, minutes) => {
      const done = (await send(booking, "late", { minutes })) !== null;
      if (done) told(booking, minutes === null ? "on-time" : "late");
      return done;
    },
    move: async (
      booking,
      { start, providerId }: { start: number; providerId: MoveTarget["providerId"] | null },
    ) => {
      const body = { appointment_time: new Date(start).toISOString(), provider_id: providerId };
      const done = (await send(booking, "move", body)) !== null;
      if (done) told(booking, "move");
      return done;
    },
    checkIn: async (booking) => {
      const answer = await send<CheckInAnswer>(booking, "check-in");
      if (answer === null) return;
      openDialog({ kind: "ticket", ticket: { ...answer.ticket, ticket_url: answer.ticket_url } });
    },
  };
}
