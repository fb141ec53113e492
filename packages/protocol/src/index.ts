export { CLOSE } from "./native/close-codes.ts";
export type { BoardOnWire, BoardsView, CallSeen } from "./native/boards-view.ts";
export {
  type BoardSound,
  type Cursor,
  type DownFrame,
  HEARTBEAT_MS,
  type Proof,
  type SeenCall,
  type SeenFrame,
  type TopicName,
  type UpFrame,
} from "./native/frames.ts";
export { downFrame } from "./native/down.ts";
export { MAX_CALLS_PER_SEEN, MAX_TOPICS_PER_SOCKET, MAX_UP_FRAME_BYTES } from "./native/limits.ts";
export type { RefusedCode } from "./native/refused.ts";
export { upFrame } from "./native/up.ts";
export { PROTOCOL_VERSION, SUBPROTOCOL } from "./native/version.ts";
export { asyncApi } from "./async-api/async-api.ts";
export {
  type AppointmentsSocketFrame,
  appointmentsSocketDown,
  type DisplaySocketFrame,
  displaySocketDown,
  type QueueSocketFrame,
  queueSocketDown,
} from "./seeds/down.ts";
export { seedPing } from "./seeds/ping.ts";
export { queuePageUpdate } from "./seeds/queue-page-update.ts";
export type {
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
} from "@callnext/core";
export * as admin from "./rest/administration.ts";
export * as auditBodies from "./rest/audit.ts";
export * as authBodies from "./rest/auth.ts";
export * as booking from "./rest/booking.ts";
export type {
  AppointmentAnswer,
  AppointmentOnWire,
  AppointmentPage,
  AppointmentStep,
  BookAnswer,
  BookingPage,
  BookingRulesOnWire,
  CalendarFeedOnWire,
  CheckInAnswer,
  HoldAnswer,
  OwnAppointment,
  SlotOnWire,
  SlotsAnswer,
} from "./rest/booking.ts";
export * as compat from "./rest/compat.ts";
export * as demoBodies from "./rest/demo.ts";
export * as deviceBodies from "./rest/devices.ts";
export { PROBLEMS, type ProblemCode } from "./rest/errors.ts";
export * as factorBodies from "./rest/factors.ts";
export * as keyBodies from "./rest/keys.ts";
export * as webhookBodies from "./rest/webhooks.ts";
export * as live from "./rest/live.ts";
export * as messageBodies from "./rest/messages.ts";
export type {
  MessageLogAnswer,
  MessageOnWire,
  MessagesAnswer,
  MessageSettingsOnWire,
  MessageTextsOnWire,
  SmsPresetOnWire,
  SmsProviderOnWire,
} from "./rest/messages.ts";
export * as operatorBodies from "./rest/operator.ts";
export * as privacyBodies from "./rest/privacy.ts";
export * as records from "./rest/records.ts";
export type {
  ForecastRecordAnswer,
  ForecastScore,
  PlaceChangeOnWire,
  TicketLedger,
  WhatIfAnswer,
} from "./rest/records.ts";
export * as peopleBodies from "./rest/people.ts";
export * as providerBodies from "./rest/providers.ts";
export type { ProviderOnWire } from "./rest/providers.ts";
export * as waitingList from "./rest/waiting-list.ts";
export type {
  JoinWaitingAnswer,
  OwnWaiting,
  StaffWaitingAnswer,
  StaffWaitingEntry,
  WaitingEntry,
  WaitingList,
} from "./rest/waiting-list.ts";
export { Problem } from "./rest/problem.ts";
export * as publicBodies from "./rest/public.ts";
export * as commands from "./rest/ticket-commands.ts";
export { AddTicketAnswer, TicketAnswer, TicketOnWire } from "./rest/ticket.ts";
