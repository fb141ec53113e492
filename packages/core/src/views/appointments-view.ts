import type { Appointment } from "../appointments/appointment.ts";
import type { Provider } from "../appointments/provider.ts";
import { appointmentDetails, appointmentOnWire, providerName } from "./appointment-on-wire.ts";
import { appointmentsShown } from "./appointments-shown.ts";
import { isoTime } from "./iso-time.ts";
import { createIdentityKeeper } from "./keep-identity.ts";
import type { Audience } from "./queue-item.ts";
import { servicesOnWire } from "./services-on-wire.ts";
import type { AppointmentOnWire, AppointmentsView, ProviderShown } from "./types.ts";
import type { ViewInput } from "./view-input.ts";

const keepProvider = createIdentityKeeper<Provider, ProviderShown>();
const keepNamed = createIdentityKeeper<Appointment, AppointmentOnWire>();
const keepMasked = createIdentityKeeper<Appointment, AppointmentOnWire>();

const providerShown = (provider: Provider, input: ViewInput): ProviderShown =>
  keepProvider(provider, {
    id: provider.id,
    staff_id: provider.staffId,
    name: providerName(provider, input),
    service_ids: provider.serviceIds,
    lanes: provider.lanes,
    patterns: provider.patterns.map(({ from, until, everyWeeks, periods }) => ({
      from,
      until,
      every_weeks: everyWeeks,
      periods,
    })),
    absences: provider.absences.map(({ from, until }) => ({ from, until })),
    archived: provider.archived,
    rank: provider.rank,
  });

/** The appointments of `appointmentsShown`, by time. */
export const appointmentsOnWire = (input: ViewInput, audience: Audience): readonly AppointmentOnWire[] => {
  const keep = audience.masked ? keepMasked : keepNamed;
  return appointmentsShown(input.state).appointments.map((appointment) =>
    keep(appointment, appointmentOnWire(input, appointmentDetails(input, appointment), audience)),
  );
};

/** What a calendar of the shop is drawn from. */
export const appointmentsView = (input: ViewInput, audience: Audience): AppointmentsView => {
  const { state } = input;
  const { from, until, more } = appointmentsShown(state);
  const self = {
    shop_id: state.shop.id,
    time_zone: state.shop.timeZone,
    service_day: state.serviceDay,
    from: isoTime(from),
    until: isoTime(until),
    more,
  };
  return {
    calendar: { self },
    services: servicesOnWire(state),
    providers: Object.fromEntries(
      [...state.providers.values()].map((provider) => [provider.id, providerShown(provider, input)]),
    ),
    appointments: Object.fromEntries(
      appointmentsOnWire(input, audience).map((appointment) => [appointment.id, appointment]),
    ),
  };
};
