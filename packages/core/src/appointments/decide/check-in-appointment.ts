import { actsForShop } from "../../queue/acts-for-shop.ts";
import type { CommandOf } from "../../queue/command-of.ts";
import { accept, refuse } from "../../queue/decide/answer.ts";
import { isShopFull } from "../../queue/decide/issue-ticket.ts";
import type { Decision, DecisionContext } from "../../queue/decision.ts";
import type { EventBody } from "../../queue/events.ts";
import type { Queue } from "../../queue/queue.ts";
import type { Refusal } from "../../queue/refusals.ts";
import type { ShopState } from "../../queue/shop.ts";
import type { TicketId } from "../../queue/ticket.ts";
import { ticketNumber } from "../../queue/ticket-number.ts";
import { serviceDayOf } from "../../time/service-day-of.ts";
import type { Appointment } from "../appointment.ts";
import { checkInTimes } from "../check-in-times.ts";
import { queueForService } from "../queue-for-service.ts";
import { findAppointment, wrongAppointmentState } from "./find-appointment.ts";

/** Visitors within the times; who acts for the shop at any time, but not on an earlier day by a slip of the hand. */
const timeRefusal = (
  state: ShopState,
  appointment: Appointment,
  ctx: DecisionContext,
): Refusal | undefined => {
  const { id, start, status, ticketId } = appointment;
  const { opens, closes } = checkInTimes(appointment, state.shop);
  const { timeZone, dayTurnsAtMinutes } = state.shop;
  const isShop = actsForShop(ctx.by);
  if (status === "no_show") {
    if (isShop || ticketId !== null) return wrongAppointmentState(appointment, "check-in");
    return { code: "check-in-over", appointmentId: id, closed: closes };
  }
  const isTooEarly =
    ctx.now < opens && (!isShop || serviceDayOf(start, timeZone, dayTurnsAtMinutes) > state.serviceDay);
  return isTooEarly ? { code: "check-in-too-early", appointmentId: id, opens } : undefined;
};

const issued = (state: ShopState, queue: Queue, appointment: Appointment, ticketId: TicketId): EventBody => {
  const { id, serviceId, partySize, locale, start, providerId } = appointment;
  const sequence = queue.lastSequence + 1;
  return {
    type: "ticket-issued",
    ticketId,
    queueId: queue.id,
    number: ticketNumber(queue.prefix, sequence),
    sequence,
    serviceId,
    priority: 0,
    partySize,
    locale,
    appointment: { id, dueAt: start, staffId: state.providers.get(providerId)?.staffId ?? null },
  };
};

/**
 * Makes the ticket. An appointment is a promise: neither opening hours nor a paused, closed or full queue keep its
 * visitor out.
 */
export const checkInAppointment = (
  state: ShopState,
  command: CommandOf<"check-in-appointment">,
  ctx: DecisionContext,
): Decision => {
  const { appointmentId, ticketId } = command;
  const appointment = findAppointment(state, appointmentId, "check-in", ["scheduled", "no_show"]);
  if ("code" in appointment) return refuse(appointment);
  const refusal = timeRefusal(state, appointment, ctx);
  if (refusal !== undefined) return refuse(refusal);
  if (state.tickets.has(ticketId)) return refuse({ code: "ticket-exists", ticketId });
  const queue = queueForService(state, appointment.serviceId);
  if (queue === undefined) return refuse({ code: "queue-not-found", queueId: "" });
  if (isShopFull(state)) return refuse({ code: "shop-full" });
  return accept(
    [
      issued(state, queue, appointment, ticketId),
      { type: "appointment-checked-in", appointmentId, ticketId },
    ],
    ticketId,
  );
};
