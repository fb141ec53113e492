import type { Ticket, TicketId } from "@callnext/core";
import { sql } from "kysely";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import { inTenant } from "../../storage/tenant-scope.ts";
import { messageLocale } from "../message-locale.ts";
import type { SkipReason } from "../message.ts";
import { NEAR_PLACE } from "../plan/ticket-messages.ts";
import type { Contact } from "./contact.ts";
import type { MessageRow } from "./message-row.ts";
import type { Situation, SituationNeeds } from "./situation.ts";

export async function ticketSituation(
  needs: SituationNeeds,
  row: MessageRow,
  id: TicketId,
): Promise<Situation | SkipReason> {
  const snapshot = await needs.runtime.freshSnapshot(row.shop_id);
  const ticket = snapshot?.state.tickets.get(id);
  if (snapshot === undefined || ticket === undefined) return "over";
  const queue = snapshot.state.queues.get(ticket.queueId);
  const place = (queue?.line.indexOf(id) ?? -1) + 1;
  if (row.kind === "ticket-called" && ticket.status !== "called") return "over";
  if (row.kind === "ticket-near" && (place === 0 || place > NEAR_PLACE)) return "over";
  const contact = await readContact(needs, row.tenant_id, ticket);
  const { shop, counters } = snapshot.state;
  return {
    contact,
    locale: messageLocale(ticket.locale, shop.locale, snapshot.tenant.locale),
    push: { appointmentId: ticket.appointmentId ?? null, ticketId: id },
    fillings: {
      name: contact.fullName ?? "",
      shop: shop.name,
      organisation: snapshot.tenant.name,
      number: ticket.number,
      queue: queue?.name ?? "",
      ahead: String(Math.max(0, place - 1)),
      counter: counterLabel(snapshot, counters.get(ticket.counterId ?? "")?.label),
      link: `${needs.publicOrigin()}${needs.ticketPath(id)}`,
    },
  };
}

/** Where it is called to; a shop without counters calls to itself. */
function counterLabel({ state }: ShopSnapshot, label: string | undefined): string {
  return label ?? state.shop.name;
}

interface Row {
  readonly full_name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly has_browser: boolean;
}

async function readContact(
  { db }: SituationNeeds,
  tenantId: number,
  { id, appointmentId }: Ticket,
): Promise<Contact> {
  const { rows } = await inTenant(db, tenantId, (trx) =>
    sql<Row>`select v.full_name, v.phone, v.email, exists (select from push_subscriptions p
        where p.ticket_id = ${id}::uuid or p.appointment_id = ${appointmentId ?? null}::integer) as has_browser
      from (select) one left join visitors v on v.ticket_id = ${id}::uuid`.execute(trx),
  );
  const [row] = rows;
  return {
    fullName: row?.full_name ?? null,
    phone: row?.phone ?? null,
    email: row?.email ?? null,
    hasBrowser: row?.has_browser ?? false,
  };
}
