import type { AppointmentOnWire, CheckInAnswer } from "@callnext/protocol";
import { useState } from "react";
import { NO_ANSWER, type Problem } from "../../api/problem.ts";
import { useSteadyKey } from "../../api/use-steady-key.ts";
import { useBookingDesk } from "../bookings-context.ts";
import type { VisitChoice } from "./use-visit-choice.ts";

export interface Contact {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly notes: string;
  readonly people: string;
}

interface Booked {
  readonly appointment: AppointmentOnWire;
  readonly appointment_url: string;
}

export interface Booking {
  readonly pending: boolean;
  readonly problem: Problem | null;
  readonly book: (visit: VisitChoice, contact: Contact, here: boolean) => Promise<void>;
}

/** Books, and where the visitor is here checks in as well; then shows the private link or the ticket. */
export function useBooking(): Booking {
  const { shopId, commands, openDialog, changed } = useBookingDesk();
  const keys = useSteadyKey();
  const [problem, setProblem] = useState<Problem | null>(null);

  const book = async (visit: VisitChoice, contact: Contact, here: boolean): Promise<void> => {
    const request = { path: `/shops/${shopId}/appointments`, body: bodyOf(visit, contact) };
    const answer = await commands.run<Booked>("book", { ...request, key: keys.of(request) });
    if (answer.ok || answer.problem?.code !== NO_ANSWER) keys.answered();
    if (!answer.ok) return setProblem(answer.problem);
    changed();
    const { appointment, appointment_url: address } = answer.value;
    openDialog({ kind: "booked", booking: appointment, address });
    if (!here) return;
    const path = `/appointments/${appointment.id}/check-in`;
    const checkedIn = await commands.run<CheckInAnswer>(`appointment-${appointment.id}-check-in`, { path });
    if (!checkedIn.ok) return;
    const { ticket, ticket_url } = checkedIn.value;
    openDialog({ kind: "ticket", ticket: { ...ticket, ticket_url } });
  };
  return { pending: commands.pending.has("book"), problem, book };
}

function bodyOf({ serviceId, providerId, start }: VisitChoice, contact: Contact): Record<string, unknown> {
  const said = (text: string): string | null => (text.trim() === "" ? null : text.trim());
  return {
    service_id: serviceId,
    provider_id: providerId,
    appointment_time: start === null ? "" : new Date(start).toISOString(),
    number_of_people: Number(contact.people),
    full_name: said(contact.name),
    phone_number: said(contact.phone),
    email: said(contact.email),
    notes: said(contact.notes),
  };
}
