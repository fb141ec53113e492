import type { AppointmentOnWire, ProviderShown, StaffView } from "@callnext/protocol";
import { createContext, useContext } from "react";
import type { Commands } from "../desk/use-commands.ts";
import type { IssuedTicket } from "../desk/dialogs/issued-ticket.ts";
import type { BookingWish } from "./form/booking-wish.ts";

/** Dialogs about bookings; at most one is open. */
export type BookingDialog =
  | { readonly kind: "book"; readonly wish: BookingWish }
  | { readonly kind: "details"; readonly id: number }
  | { readonly kind: "move"; readonly booking: AppointmentOnWire }
  | { readonly kind: "confirm-move"; readonly booking: AppointmentOnWire; readonly to: MoveTarget }
  | { readonly kind: "cancel"; readonly booking: AppointmentOnWire }
  | { readonly kind: "booked"; readonly booking: AppointmentOnWire; readonly address: string }
  | { readonly kind: "ticket"; readonly ticket: IssuedTicket };

export interface MoveTarget {
  /** ms since the epoch */
  readonly start: number;
  readonly providerId: string;
}

/** What every screen about bookings works with: the calendar, and the list beside the queue. */
export interface BookingDesk {
  readonly tenant: string;
  readonly shopId: number;
  readonly view: StaffView;
  /** In use, in the shop's order. Empty until they are known. */
  readonly providers: readonly ProviderShown[];
  /** Those on the screen, as they are now. */
  readonly bookings: ReadonlyMap<number, AppointmentOnWire>;
  readonly commands: Commands;
  readonly openDialog: (dialog: BookingDialog | null) => void;
  /** Something was changed: what is not live is to be asked for anew. */
  readonly changed: () => void;
}

export const BookingsContext = createContext<BookingDesk | null>(null);

export function useBookingDesk(): BookingDesk {
  const desk = useContext(BookingsContext);
  if (desk === null) throw new Error("useBookingDesk outside the bookings");
  return desk;
}
