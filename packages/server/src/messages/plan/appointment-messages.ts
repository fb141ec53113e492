import type { Appointment, AppointmentId, Instant, ShopEvent } from "@callnext/core";
import type { PlannedKind } from "../message-kind.ts";
import type { MessageAbout } from "../message.ts";
import { MINUTE_MS, onAppointment, type PlannedMessage } from "./planned-message.ts";

/** How an event about an appointment is to be told, and reminders of the time that it brings. */
export function appointmentMessages(
  event: ShopEvent,
  reminderMinutes: readonly number[],
  /** As they are now, where the events tell too little. */
  appointments: ReadonlyMap<AppointmentId, Appointment>,
): readonly PlannedMessage[] {
  switch (event.type) {
    case "appointment-booked":
      return [
        told(event, "appointment-confirmed", { start: event.start }, event.start),
        ...reminders(event, event.start, reminderMinutes),
      ];
    case "appointment-moved":
      return [
        told(event, "appointment-changed", { start: event.start }, event.start),
        ...reminders(event, event.start, reminderMinutes),
      ];
    case "appointment-restored": {
      const start = appointments.get(event.appointmentId)?.start;
      if (start === undefined) return [];
      return [
        told(event, "appointment-confirmed", { start }, start),
        ...reminders(event, start, reminderMinutes),
      ];
    }
    case "appointment-cancelled": {
      const start = appointments.get(event.appointmentId)?.start;
      return start === undefined ? [] : [told(event, "appointment-cancelled", { start }, start)];
    }
    case "appointment-late": {
      const start = appointments.get(event.appointmentId)?.start;
      // Who said it themselves need not be told.
      if (start === undefined || event.by.kind === "visitor") return [];
      const { minutes } = event;
      const about = { start, lateMinutes: minutes };
      return [told(event, "appointment-late", about, start + (minutes ?? 0) * MINUTE_MS)];
    }
    default:
      return [];
  }
}

type AppointmentEvent = ShopEvent & { readonly appointmentId: AppointmentId };

function told(
  event: AppointmentEvent,
  kind: PlannedKind,
  about: MessageAbout,
  validUntil: Instant,
): PlannedMessage {
  const subject = onAppointment(event.appointmentId);
  return { kind, name: `${kind}:${event.seq}`, subject, about, dueAt: event.at, validUntil };
}

/**
 * Those whose moment was past when the time was booked are left out: the confirmation has just said it. Each is good
 * until the next one's moment, so that after a while without the server one comes, not all of them. A time that was
 * booked before, given up and taken again, or taken with somebody else, is the same time: its reminders are planned.
 */
function reminders(
  event: AppointmentEvent,
  start: Instant,
  reminderMinutes: readonly number[],
): readonly PlannedMessage[] {
  const leads = reminderMinutes.toSorted((a, b) => b - a);
  return leads
    .map((leadMinutes, index) => ({ leadMinutes, next: leads[index + 1] ?? 0 }))
    .filter(({ leadMinutes }) => start - leadMinutes * MINUTE_MS > event.at)
    .map(({ leadMinutes, next }) => ({
      kind: "appointment-reminder",
      name: `appointment-reminder:${event.appointmentId}:${start}:${leadMinutes}`,
      subject: onAppointment(event.appointmentId),
      about: { start, leadMinutes },
      dueAt: start - leadMinutes * MINUTE_MS,
      validUntil: start - next * MINUTE_MS,
    }));
}
