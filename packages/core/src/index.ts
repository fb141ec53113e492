export type { Appointment, AppointmentId, AppointmentStatus } from "./appointments/appointment.ts";
export { type AssignedSlot, assignSlot, type SlotTerms } from "./appointments/availability/assign-slot.ts";
export {
  type FreeDay,
  type FreeSlot,
  freeSlots,
  MAX_SEARCH_DAYS,
  type SlotQuery,
} from "./appointments/availability/free-slots.ts";
export { type BookingRules, USUAL_BOOKING_RULES } from "./appointments/booking-rules.ts";
export { nextOffers } from "./appointments/waiting-list/next-offers.ts";
export type { SlotOffered, Waiting } from "./appointments/waiting-list/waiting.ts";
export { nextMoment } from "./appointments/next-moment.ts";
export type { Absence, Provider, WorkPattern } from "./appointments/provider.ts";
export { isLiveAppointment } from "./appointments/appointment-status.ts";
export { checkInTimes } from "./appointments/check-in-times.ts";
export { queueForService } from "./appointments/queue-for-service.ts";
export type { Actor } from "./queue/actor.ts";
export type { Command, WantedSlot } from "./queue/commands.ts";
export type { Decision, DecisionContext } from "./queue/decision.ts";
export type { EventBody, ShopEvent } from "./queue/events.ts";
export {
  type FinishedService,
  type Policy,
  type Queue,
  type QueueConfig,
  type QueueStatus,
  type RatioTurn,
  RECENT_CALLS,
  RECENT_SERVICES,
} from "./queue/queue.ts";
export type { Refusal, RefusalCode } from "./queue/refusals.ts";
export {
  type BoardNames,
  type Counter,
  type Display,
  type DisplayTheme,
  KEPT_NO_SHOWS,
  MAX_LIVE_APPOINTMENTS,
  MAX_OPEN_TICKETS,
  type OpeningHours,
  type OpenPeriod,
  type Service,
  type Shop,
  type ShopState,
  type SpecialDay,
  type Weekday,
} from "./queue/shop.ts";
export type { Outcome, Priority, Ticket, TicketId, TicketStatus } from "./queue/ticket.ts";
export type { Instant, ServiceDay } from "./queue/time.ts";
export type {
  AppointmentOnWire,
  AppointmentsView,
  CalendarShown,
  DisplayQueue,
  DisplaySettings,
  DisplayTicket,
  DisplayView,
  ProviderShown,
  PublicCall,
  PublicQueue,
  PublicView,
  QueueOnWire,
  ServiceOnWire,
  ShopOnWire,
  StaffCounter,
  StaffDisplay,
  StaffQueue,
  StaffShop,
  StaffTicket,
  StaffView,
  View,
  ViewDelta,
  WaitRange,
} from "./views/types.ts";
export { arrange } from "./policy/arrange.ts";
export { estimateWait, estimateWaits, serviceSecondsOf, type WaitEstimate } from "./policy/estimate-wait.ts";
export { decide } from "./queue/decide.ts";
export { emptyShop } from "./queue/empty-shop.ts";
export { fold, type FoldedChanges, foldWithChanges } from "./queue/fold.ts";
export { rebuildState, type StoredQueue, type StoredShop } from "./queue/rebuild-state.ts";
export { storedShop } from "./queue/stored-shop.ts";
export { ticketNumber } from "./queue/ticket-number.ts";
export { isOpenTicket, isWithinGrace } from "./queue/ticket-status.ts";
export { addDays } from "./time/calendar-date.ts";
export { isOpenAt } from "./time/is-open-at.ts";
export { localTime, type LocalTime } from "./time/local-time.ts";
export { serviceDayOf } from "./time/service-day-of.ts";
export { type WallClock, wallClock } from "./time/wall-clock.ts";
export type { PlaceCause, PlaceChange, PlacePart } from "./ledger/place-change.ts";
export { placeLedger } from "./ledger/place-ledger.ts";
export { compareDays, type DayComparison, type WhatIf } from "./replay/compare-days.ts";
export type { ClassSummaries, WaitSummary } from "./replay/wait-summary.ts";
export {
  type AppointmentDetails,
  appointmentDetails,
  appointmentOnWire,
  providerName,
} from "./views/appointment-on-wire.ts";
export { appointmentsShown, MOST_APPOINTMENTS_SHOWN } from "./views/appointments-shown.ts";
export {
  documentAppointment,
  type DocumentAppointment,
  documentAppointments,
} from "./views/document-appointments.ts";
export { appointmentsOnWire, appointmentsView } from "./views/appointments-view.ts";
export { applyDelta } from "./views/apply-delta.ts";
export { type BoardTicket, boardTicketAfter, boardTicketIssued } from "./views/board-ticket.ts";
export { counterOnWire } from "./views/counter-on-wire.ts";
export { deepEqual } from "./views/deep-equal.ts";
export { diffViews } from "./views/diff-views.ts";
export { displayAccess, type DisplayAccess } from "./views/display-access.ts";
export { displayTicket } from "./views/display-ticket.ts";
export { displayTickets, type DisplayTickets } from "./views/display-tickets.ts";
export { boardNames } from "./views/visitor-name.ts";
export { displayView } from "./views/display-view.ts";
export { isoTime, isoTimeOrNull } from "./views/iso-time.ts";
export { maskName } from "./views/mask-name.ts";
export { mergeDeltas } from "./views/merge-deltas.ts";
export { publicView } from "./views/public-view.ts";
export { type Audience, type QueueItem, queueItem } from "./views/queue-item.ts";
export { queueItems } from "./views/queue-items.ts";
export { type QueuePage, queuePage, type QueuePageEntry } from "./views/queue-page.ts";
export { queueWaits } from "./views/queue-waits.ts";
export { servedBy } from "./views/served-by.ts";
export { shopOnWire } from "./views/shop-on-wire.ts";
export { smartQueueStatus, type SmartQueueStatus } from "./views/smart-queue-status.ts";
export { staffTicket } from "./views/staff-ticket.ts";
export { staffView } from "./views/staff-view.ts";
export type { BookerShown, ViewInput } from "./views/view-input.ts";
export { withoutVisitors } from "./views/without-visitors.ts";
export { walkInStatus, type WalkInStatus } from "./views/walk-in-status.ts";
export { dayOf, type LineReading, type WallMinutes } from "./forecast/line-reading.ts";
export { forecastDay } from "./forecast/live/forecast-day.ts";
export { keepForecast } from "./forecast/live/keep-forecast.ts";
export type { KeptForecast, SettledForecast, TicketForecast } from "./forecast/live/kept-forecast.ts";
export { forecastsOf, type QueueForecasts } from "./forecast/live/queue-forecasts.ts";
export { type ForecastPurpose, ShopForecaster } from "./forecast/live/shop-forecaster.ts";
export type { WaitModel } from "./forecast/model/wait-model.ts";
export { type OpenForecast, WaitForecaster, type WaitForecast } from "./forecast/wait-forecaster.ts";
