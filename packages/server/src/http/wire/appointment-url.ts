import type { AppointmentId } from "@callnext/core";
import type { Context } from "../core/context.ts";

/** The appointment's private link. Its key stands behind `#`, so that it reaches no server's log. */
export function appointmentUrl(context: Pick<Context, "appointmentKeys">, id: AppointmentId): string {
  return `/appointment/${id}#k=${context.appointmentKeys.of(id)}`;
}
