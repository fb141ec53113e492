import type { Appointment } from "../appointments/appointment.ts";
import type { Provider } from "../appointments/provider.ts";
import { isoTime, isoTimeOrNull } from "./iso-time.ts";
import { maskName } from "./mask-name.ts";
import type { Audience } from "./queue-item.ts";
import type { AppointmentOnWire, NamedOnWire } from "./types.ts";
import type { BookerShown, ViewInput } from "./view-input.ts";

/** An appointment with what the core does not hold of it, or no longer. */
export interface AppointmentDetails {
  readonly appointment: Appointment;
  /** Null where nothing is held of whose it is. */
  readonly booker: BookerShown | null;
  readonly ticketNumber: string | null;
}

type Names = Pick<ViewInput, "staffNames">;

/** The person's name, or the room's. */
export const providerName = (provider: Provider, { staffNames }: Names): string =>
  provider.staffId === null ? provider.name : (staffNames.get(provider.staffId) ?? provider.name);

/** A live appointment with what the shop's snapshot has of it. */
export const appointmentDetails = (input: ViewInput, appointment: Appointment): AppointmentDetails => ({
  appointment,
  booker: input.bookers.get(appointment.id) ?? null,
  ticketNumber:
    appointment.ticketId === null ? null : (input.state.tickets.get(appointment.ticketId)?.number ?? null),
});

/** In both words of the first document for whom it is with: `barber` and `employee`. */
export const appointmentOnWire = (
  input: Names & Pick<ViewInput, "state">,
  { appointment, booker, ticketNumber }: AppointmentDetails,
  { masked }: Audience,
): AppointmentOnWire => {
  const { shop, services, providers } = input.state;
  const service = services.get(appointment.serviceId);
  const provider = providers.get(appointment.providerId);
  const name = provider === undefined ? "" : providerName(provider, input);
  const staffId = provider?.staffId ?? null;
  const person: NamedOnWire | null = staffId === null ? null : { id: staffId, full_name: name };
  const known = masked ? null : booker;
  return {
    id: appointment.id,
    shop_id: shop.id,
    business_id: shop.id,
    status: appointment.status,
    appointment_time: isoTime(appointment.start),
    end_time: isoTime(appointment.end),
    full_name: masked && !shop.publicNames ? maskedOrNull(booker) : (booker?.fullName ?? null),
    phone_number: known?.phone ?? null,
    email: known?.email ?? null,
    notes: known?.notes ?? null,
    number_of_people: appointment.partySize,
    service_id: appointment.serviceId,
    service:
      service === undefined
        ? null
        : { id: service.id, name: service.name, duration: service.durationMinutes },
    provider_id: appointment.providerId,
    provider_name: name,
    barber_id: staffId,
    barber: person,
    employee_id: staffId,
    employee: person,
    created_at: isoTime(appointment.bookedAt),
    updated_at: isoTime(appointment.updatedAt),
    ticket_id: appointment.ticketId,
    ticket_number: ticketNumber,
    on_my_way: isoTimeOrNull(appointment.onMyWayAt),
    late_minutes: appointment.lateMinutes,
    held_until: isoTimeOrNull(appointment.heldUntil),
  };
};

const maskedOrNull = (booker: BookerShown | null): string | null =>
  booker === null || booker.fullName === null ? null : maskName(booker.fullName);
