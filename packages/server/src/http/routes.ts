import type { App } from "./core/app-types.ts";
import type { Context } from "./core/context.ts";
import { login } from "./routes/auth/login.ts";
import { logout } from "./routes/auth/logout.ts";
import { me } from "./routes/auth/me.ts";
import { setup } from "./routes/auth/setup.ts";
import { socketTicket } from "./routes/auth/socket-ticket.ts";
import { addTicket } from "./routes/desk/add-ticket.ts";
import { callNext } from "./routes/desk/call-next.ts";
import { order } from "./routes/desk/order.ts";
import { queueStatus } from "./routes/desk/queue-status.ts";
import { refreshDisplay } from "./routes/desk/refresh-display.ts";
import { state } from "./routes/desk/state.ts";
import { ticketActions } from "./routes/desk/ticket-actions.ts";
import { transfer } from "./routes/desk/transfer.ts";
import { demo } from "./routes/server/demo.ts";
import { topic } from "./routes/live/topic.ts";
import { confirmPresence } from "./routes/public/confirm-presence.ts";
import { display } from "./routes/public/display.ts";
import { joinPage } from "./routes/public/join-page.ts";
import { leave } from "./routes/public/leave.ts";
import { publicQueues } from "./routes/public/queues.ts";
import { signup } from "./routes/public/signup.ts";
import { publicTenants } from "./routes/public/tenants.ts";
import { ticket } from "./routes/public/ticket.ts";
import { counters } from "./routes/settings/counters.ts";
import { displays } from "./routes/settings/displays.ts";
import { queues } from "./routes/settings/queues.ts";
import { services } from "./routes/settings/services.ts";
import { shops } from "./routes/settings/shops.ts";
import { staff } from "./routes/settings/staff.ts";

/** Every endpoint under `/api/v1`, and nothing else. */
const ROUTES: readonly ((app: App, context: Context) => void)[] = [
  setup,
  login,
  logout,
  me,
  socketTicket,
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
  staff,
  topic,
  publicTenants,
  publicQueues,
  joinPage,
  signup,
  ticket,
  leave,
  confirmPresence,
  display,
  demo,
];

export function routes(app: App, context: Context): void {
  for (const route of ROUTES) route(app, context);
}
