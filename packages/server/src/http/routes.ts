import type { App } from "./core/app-types.ts";
import type { Context } from "./core/context.ts";
import { audit } from "./routes/audit/audit.ts";
import { auditDownload } from "./routes/audit/audit-download.ts";
import { auditVerification } from "./routes/audit/audit-verification.ts";
import { accessToken } from "./routes/auth/access-token.ts";
import { account } from "./routes/auth/account.ts";
import { login } from "./routes/auth/login.ts";
import { logout } from "./routes/auth/logout.ts";
import { me } from "./routes/auth/me.ts";
import { passwordReset } from "./routes/auth/password-reset.ts";
import { sessions } from "./routes/auth/sessions.ts";
import { setup } from "./routes/auth/setup.ts";
import { socketTicket } from "./routes/auth/socket-ticket.ts";
import { oidc } from "./routes/auth/oidc/oidc.ts";
import { passkeySignIn } from "./routes/auth/factors/passkey-sign-in.ts";
import { passkeys } from "./routes/auth/factors/passkeys.ts";
import { recoveryCodes } from "./routes/auth/factors/recovery-codes.ts";
import { secondFactor } from "./routes/auth/factors/second-factor.ts";
import { secondFactors } from "./routes/auth/factors/second-factors.ts";
import { totp } from "./routes/auth/factors/totp.ts";
import { ways } from "./routes/auth/ways.ts";
import { addTicket } from "./routes/desk/add-ticket.ts";
import { callNext } from "./routes/desk/call-next.ts";
import { order } from "./routes/desk/order.ts";
import { queueStatus } from "./routes/desk/queue-status.ts";
import { refreshDisplay } from "./routes/desk/refresh-display.ts";
import { state } from "./routes/desk/state.ts";
import { ticketActions } from "./routes/desk/ticket-actions.ts";
import { transfer } from "./routes/desk/transfer.ts";
import { devices } from "./routes/devices/devices.ts";
import { ownDevice } from "./routes/devices/own-device.ts";
import { pairings } from "./routes/devices/pairings.ts";
import { acceptInvitation } from "./routes/invitations/accept-invitation.ts";
import { invitations } from "./routes/invitations/invitations.ts";
import { demo } from "./routes/server/demo.ts";
import { topic } from "./routes/live/topic.ts";
import { messages } from "./routes/messages/messages.ts";
import { push } from "./routes/messages/push.ts";
import { webhooks } from "./routes/webhooks/webhooks.ts";
import { apiKeys } from "./routes/keys/api-keys.ts";
import { operatorTenants } from "./routes/operator/tenants.ts";
import { confirmPresence } from "./routes/public/confirm-presence.ts";
import { display } from "./routes/public/display.ts";
import { forgetMe } from "./routes/public/forget-me.ts";
import { joinPage } from "./routes/public/join-page.ts";
import { leave } from "./routes/public/leave.ts";
import { publicQueues } from "./routes/public/queues.ts";
import { signup } from "./routes/public/signup.ts";
import { publicTenants } from "./routes/public/tenants.ts";
import { ticket } from "./routes/public/ticket.ts";
import { people } from "./routes/privacy/people.ts";
import { privacy } from "./routes/privacy/privacy.ts";
import { appointment } from "./routes/booking/appointment.ts";
import { appointmentSteps } from "./routes/booking/appointment-steps.ts";
import { appointments } from "./routes/booking/appointments.ts";
import { book } from "./routes/booking/book.ts";
import { bookingPage } from "./routes/booking/booking-page.ts";
import { calendarFeed } from "./routes/booking/calendar-feed.ts";
import { calendarFeeds } from "./routes/booking/calendar-feeds.ts";
import { forgetBooker } from "./routes/booking/forget-booker.ts";
import { holds } from "./routes/booking/holds.ts";
import { ownAppointment } from "./routes/booking/own-appointment.ts";
import { ownCalendar } from "./routes/booking/own-calendar.ts";
import { ownSteps } from "./routes/booking/own-steps.ts";
import { slots } from "./routes/booking/slots.ts";
import { joinWaiting } from "./routes/waiting-list/join-waiting.ts";
import { ownWaiting } from "./routes/waiting-list/own-waiting.ts";
import { staffWaiting } from "./routes/waiting-list/staff-waiting.ts";
import { counters } from "./routes/settings/counters.ts";
import { displays } from "./routes/settings/displays.ts";
import { queues } from "./routes/settings/queues.ts";
import { providers } from "./routes/settings/providers.ts";
import { resetSecondFactor } from "./routes/settings/reset-second-factor.ts";
import { forecastRecordRoute } from "./routes/records/forecast-record.ts";
import { queueWhatIf } from "./routes/records/queue-what-if.ts";
import { ticketLedger } from "./routes/records/ticket-ledger.ts";
import { services } from "./routes/settings/services.ts";
import { shops } from "./routes/settings/shops.ts";
import { signInRules } from "./routes/settings/sign-in-rules.ts";
import { staff } from "./routes/settings/staff.ts";

/** Every endpoint under `/api/v1`, and nothing else. */
const ROUTES: readonly ((app: App, context: Context) => void)[] = [
  setup,
  login,
  logout,
  sessions,
  account,
  passwordReset,
  acceptInvitation,
  me,
  ways,
  secondFactor,
  passkeySignIn,
  oidc,
  secondFactors,
  totp,
  recoveryCodes,
  passkeys,
  socketTicket,
  accessToken,
  shops,
  state,
  addTicket,
  callNext,
  ticketActions,
  transfer,
  order,
  queueStatus,
  refreshDisplay,
  queues,
  services,
  counters,
  displays,
  providers,
  staff,
  signInRules,
  resetSecondFactor,
  invitations,
  apiKeys,
  webhooks,
  messages,
  push,
  operatorTenants,
  devices,
  pairings,
  ownDevice,
  topic,
  ticketLedger,
  queueWhatIf,
  forecastRecordRoute,
  audit,
  auditDownload,
  auditVerification,
  privacy,
  people,
  appointments,
  appointment,
  appointmentSteps,
  calendarFeeds,
  calendarFeed,
  slots,
  bookingPage,
  holds,
  book,
  ownAppointment,
  ownSteps,
  ownCalendar,
  forgetBooker,
  joinWaiting,
  ownWaiting,
  staffWaiting,
  publicTenants,
  publicQueues,
  joinPage,
  signup,
  ticket,
  leave,
  forgetMe,
  confirmPresence,
  display,
  demo,
];

export function routes(app: App, context: Context): void {
  for (const route of ROUTES) route(app, context);
}
