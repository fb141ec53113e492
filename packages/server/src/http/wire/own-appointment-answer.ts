import { type Appointment, checkInTimes, isoTime, type Shop, USUAL_BOOKING_RULES } from "@callnext/core";
import type { OwnAppointment } from "@callnext/protocol";
import type { Context } from "../core/context.ts";
import type { Own } from "../core/own-appointment.ts";
import { appointmentWire } from "./appointment-answer.ts";
import { bookableShopOnWire } from "./bookable-shop-on-wire.ts";
import { ticketUrl } from "./ticket-url.ts";

const MINUTE_MS = 60_000;

/** An appointment as its visitor sees it, and what they may do about it at this moment. */
export function ownAppointmentAnswer(
  context: Pick<Context, "ticketKeys" | "now">,
  { found, snapshot }: Own,
): OwnAppointment {
  const { appointment } = found;
  const { state, tenant, epoch } = snapshot;
  const { opens, closes } = checkInTimes(appointment, state.shop);
  const { ticketId } = appointment;
  return {
    appointment: appointmentWire(found, snapshot, "full"),
    tenant: { slug: tenant.slug, name: tenant.name, locale: tenant.locale },
    shop: bookableShopOnWire(state.shop),
    can: possible(appointment, state.shop, context.now()),
    change_until: isoTime(changeUntil(appointment, state.shop)),
    check_in_opens: isoTime(opens),
    check_in_closes: isoTime(closes),
    ticket_url: ticketId === null ? null : ticketUrl(context, ticketId),
    seq: state.seq,
    epoch,
  };
}

/** What a page offers; the shop decides again when it is asked for. */
function possible(appointment: Appointment, shop: Shop, now: number): OwnAppointment["can"] {
  const { opens, closes } = checkInTimes(appointment, shop);
  const isScheduled = appointment.status === "scheduled";
  const isChangeable = isScheduled && now <= changeUntil(appointment, shop);
  return {
    move: isChangeable && (shop.booking ?? USUAL_BOOKING_RULES).open,
    cancel: isChangeable,
    say_on_my_way: isScheduled && now < closes,
    check_in: isScheduled && opens <= now && now < closes,
  };
}

function changeUntil({ start }: Appointment, { booking = USUAL_BOOKING_RULES }: Shop): number {
  return start - booking.cancelMinutes * MINUTE_MS;
}
