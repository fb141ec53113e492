import type { AppointmentId, Instant } from "@callnext/core";
import type { ShopOfTenant } from "../people/rights-in-shop.ts";

/** `offering`: the slot is about to be kept, and nobody was told yet. */
export type WaitingStatus = "waiting" | "offering" | "offered" | "booked" | "left" | "over";

/** Those who are still on the list. */
export const OPEN_STATUSES = ["waiting", "offering", "offered"] as const satisfies readonly WaitingStatus[];

export const isOpenEntry = ({ status }: Pick<WaitingEntry, "status">): boolean =>
  OPEN_STATUSES.some((open) => open === status);

/** What somebody waits for. */
export interface WaitingWish {
  readonly serviceId: number;
  /** Null: anyone. */
  readonly providerId: string | null;
  /** First and last day, `YYYY-MM-DD` by the shop's wall. */
  readonly from: string;
  readonly until: string;
  readonly fromMinutes: number | null;
  readonly untilMinutes: number | null;
  readonly partySize: number;
  readonly locale: string | null;
}

/** Whose it is; held only while they wait. */
export interface WaitingContact {
  readonly fullName: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

export interface WaitingEntry extends WaitingWish, WaitingContact, ShopOfTenant {
  /** A UUID. */
  readonly id: string;
  readonly status: WaitingStatus;
  /** The hold that is offered, or the appointment that came of it. */
  readonly appointmentId: AppointmentId | null;
  /** Starts that were offered to them. */
  readonly passed: readonly Instant[];
  readonly since: Instant;
}
