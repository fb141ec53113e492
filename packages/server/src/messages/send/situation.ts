import type { AppointmentId, TicketId } from "@callnext/core";
import type { Kysely } from "kysely";
import type { ShopRuntime } from "../../shops/shop-runtime.ts";
import type { Database } from "../../storage/schema.ts";
import type { MessageLocale } from "../message-locale.ts";
import type { SkipReason } from "../message.ts";
import type { PushAbout } from "../push/push-book.ts";
import type { Fillings } from "../texts/fill-text.ts";
import type { Contact } from "./contact.ts";
import type { MessageRow } from "./message-row.ts";
import { appointmentSituation } from "./appointment-situation.ts";
import { ticketSituation } from "./ticket-situation.ts";

/** An entry of the waiting list, as a message needs it. */
export interface WaitingPerson {
  readonly fullName: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly locale: string | null;
  /** Where the offer is taken or let go: an address on this server, its key behind `#`. */
  readonly path: string;
}

export interface SituationNeeds {
  readonly db: Kysely<Database>;
  readonly runtime: Pick<ShopRuntime, "freshSnapshot">;
  readonly now: () => number;
  readonly publicOrigin: () => string;
  /** Addresses on this server by which visitors reach what is theirs, with the key behind `#`. */
  readonly appointmentPath: (id: AppointmentId) => string;
  readonly ticketPath: (id: TicketId) => string;
  readonly waitingPerson: (tenantId: number, waitingId: string) => Promise<WaitingPerson | null>;
}

/** What a message says, and to whom, as things are now. */
export interface Situation {
  readonly contact: Contact;
  readonly locale: MessageLocale;
  readonly fillings: Fillings;
  readonly push: PushAbout;
}

/** Or why it is not to be sent any more. */
export async function situationOf(needs: SituationNeeds, row: MessageRow): Promise<Situation | SkipReason> {
  if (needs.now() >= row.valid_until.getTime()) return "too-late";
  if (row.ticket_id !== null) return await ticketSituation(needs, row, row.ticket_id);
  if (row.appointment_id !== null) return await appointmentSituation(needs, row, row.appointment_id);
  return "over";
}
