import type { Command } from "@callnext/core";
import type { CommandBody } from "./read-command.ts";

/** The routes that need an appointment and nothing else. */
const PLAIN = {
  release: "release-slot",
  cancel: "cancel-appointment",
  "no-show": "mark-appointment-no-show",
  restore: "restore-appointment",
  complete: "complete-appointment",
} as const;

const isPlain = (action: string): action is keyof typeof PLAIN => Object.hasOwn(PLAIN, action);

/** A slot that is wanted, under the id of the hold where the body names one, else under a new one. */
export const readWantedSlot = (
  under: string,
  body: CommandBody,
  newAppointmentId: () => number,
): Command | undefined => {
  const { id, start = 0, provider_id: providerId = null, service_id: serviceId = 0 } = body;
  const appointmentId = id ?? newAppointmentId();
  const wanted = { appointmentId, serviceId, providerId, start, partySize: 1, locale: null };
  if (under === "appointments") return { type: "book-appointment", ...wanted };
  return under === "holds" ? { type: "hold-slot", minutes: null, ...wanted } : undefined;
};

export const readAppointmentCommand = (
  appointmentId: number,
  action: string,
  body: CommandBody,
  newTicketId: () => string,
): Command | undefined => {
  if (isPlain(action)) return { type: PLAIN[action], appointmentId };
  if (action === "check-in") return { type: "check-in-appointment", appointmentId, ticketId: newTicketId() };
  if (action === "late") return { type: "mark-appointment-late", appointmentId, minutes: 3 / 60 };
  if (action !== "move") return undefined;
  const { start = 0, provider_id: providerId = null, service_id: serviceId = null } = body;
  return { type: "move-appointment", appointmentId, start, providerId, serviceId };
};
