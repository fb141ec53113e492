import type { AppointmentId } from "../appointments/appointment.ts";
import type { QueueForecasts } from "../forecast/live/queue-forecasts.ts";
import type { ShopState } from "../queue/shop.ts";
import type { TicketId } from "../queue/ticket.ts";

export interface BookerShown {
  readonly fullName: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly notes: string | null;
}

/** What the views are made of: a shop's state and the names that the core itself does not hold. */
export interface ViewInput {
  readonly state: ShopState;
  readonly tenant: { readonly slug: string; readonly name: string };
  readonly people: ReadonlyMap<TicketId, { readonly fullName: string | null; readonly phone: string | null }>;
  readonly bookers: ReadonlyMap<AppointmentId, BookerShown>;
  /** What the shop's forecaster says of a queue; absent while none is at work. */
  readonly waits?: (queueId: string) => QueueForecasts | undefined;
  readonly staffNames: ReadonlyMap<number, string>;
}
