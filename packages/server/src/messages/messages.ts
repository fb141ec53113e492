import type { AppointmentId, Instant, TicketId } from "@callnext/core";
import type { CodeOutcome, SecretCode } from "./secret-code.ts";

/** A freed slot, kept for somebody of the waiting list. Whom to tell is read from the list when it is sent. */
export interface SlotOffer {
  readonly tenantId: number;
  readonly shopId: number;
  /** The hold. */
  readonly appointmentId: AppointmentId;
  /** The entry of the waiting list. */
  readonly waitingId: string;
  /** Accepted later than this, it is somebody else's; nothing is sent after it. */
  readonly until: Instant;
}

/** What a browser's push service needs (`PushSubscription.toJSON()`). */
export interface PushAddress {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** Whose messages a browser asks for. */
export type PushSubject =
  | {
      readonly tenantId: number;
      readonly shopId: number;
      readonly appointmentId: AppointmentId;
    }
  | { readonly tenantId: number; readonly shopId: number; readonly ticketId: TicketId };

/**
 * Messages to visitors. What follows from a shop's events (confirmation, change, cancellation, reminder, running late,
 * a turn that is near) is sent without being asked for here.
 */
export interface Messages {
  /** Plans the message; asked twice for one hold, it plans one. */
  offer(offer: SlotOffer): Promise<void>;
  /** Sends a one-time code to a phone now, by the tenant's SMS provider. The code is kept nowhere. */
  sendCode(code: SecretCode): Promise<CodeOutcome>;
  /** With what key browsers subscribe (`applicationServerKey`, base64url). */
  pushKey(): Promise<string>;
  /** A second time for the same browser changes nothing. `"address-refused"`: no push service could be there. */
  subscribe(subject: PushSubject, address: PushAddress): Promise<"subscribed" | "address-refused">;
  unsubscribe(subject: PushSubject, endpoint: string): Promise<void>;
}
