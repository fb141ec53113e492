import type { App } from "../http/core/app-types.ts";
import type { Context } from "../http/core/context.ts";
import { book } from "./appointments/book.ts";
import { myAppointments } from "./appointments/my-appointments.ts";
import { ownAppointment } from "./appointments/own-appointment.ts";
import { shopAppointments } from "./appointments/shop-appointments.ts";
import { appointmentStatus } from "./appointments/status.ts";
import { dashboard } from "./owner/dashboard.ts";
import { queueHistory } from "./owner/history.ts";
import { itemChanges } from "./owner/item-changes.ts";
import { peopleAndServices } from "./owner/people-and-services.ts";
import { ownerQueue } from "./owner/queue.ts";
import { ownerShops } from "./owner/shops.ts";
import { sendDetail } from "./send-detail.ts";
import { signIn } from "./sign-in.ts";
import { codeRequest } from "./visitors/code-request.ts";
import { join } from "./visitors/join.ts";
import { ownPlace } from "./visitors/own-place.ts";
import { publicQueue } from "./visitors/public-queue.ts";
import { visitorShops } from "./visitors/shops.ts";

const ROUTES: readonly ((app: App, context: Context) => void)[] = [
  signIn,
  dashboard,
  ownerShops,
  peopleAndServices,
  ownerQueue,
  queueHistory,
  itemChanges,
  visitorShops,
  join,
  ownPlace,
  codeRequest,
  publicQueue,
  shopAppointments,
  book,
  myAppointments,
  ownAppointment,
  appointmentStatus,
];

/** The calls of the first document's own pages, at the addresses that they know, with errors as they read them. */
export function compat(app: App, context: Context): void {
  app.setErrorHandler(sendDetail);
  for (const route of ROUTES) route(app, context);
}
