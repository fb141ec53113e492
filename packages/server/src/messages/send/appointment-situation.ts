import type { Appointment, AppointmentId, Provider } from "@callnext/core";
import { sql } from "kysely";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import { inTenant } from "../../storage/tenant-scope.ts";
import { messageLocale } from "../message-locale.ts";
import type { SkipReason } from "../message.ts";
import { MINUTE_MS } from "../plan/planned-message.ts";
import type { Contact } from "./contact.ts";
import type { MessageRow } from "./message-row.ts";
import { dateText, timeText } from "./moment-texts.ts";
import { recheckAppointment } from "./recheck-appointment.ts";
import type { Situation, SituationNeeds } from "./situation.ts";

export async function appointmentSituation(
  needs: SituationNeeds,
  row: MessageRow,
  id: AppointmentId,
): Promise<Situation | SkipReason> {
  const [found, snapshot] = await Promise.all([
    readAppointment(needs, row.tenant_id, id),
    needs.runtime.freshSnapshot(row.shop_id),
  ]);
  if (found === null || snapshot === undefined) return "over";
  const { appointment, contact } = found;
  const reason = recheckAppointment(row.kind, row.about, appointment, needs.now());
  if (reason !== null) return reason;
  const waiting =
    row.waiting_id === null ? undefined : await needs.waitingPerson(row.tenant_id, row.waiting_id);
  if (waiting === null) return "over";
  const { shop } = snapshot.state;
  const locale = messageLocale(waiting?.locale ?? appointment.locale, shop.locale, snapshot.tenant.locale);
  const { start, lateMinutes, heldUntil } = appointment;
  const whom = waiting === undefined ? contact : { ...waiting, hasBrowser: contact.hasBrowser };
  return {
    contact: whom,
    locale,
    push: { appointmentId: id, ticketId: null },
    fillings: {
      name: whom.fullName ?? "",
      shop: shop.name,
      organisation: snapshot.tenant.name,
      service: snapshot.state.services.get(appointment.serviceId)?.name ?? "",
      with: nameOf(snapshot.state.providers.get(appointment.providerId), snapshot),
      date: dateText(start, locale, shop.timeZone),
      time: timeText(start, shop.timeZone),
      expected: timeText(start + (lateMinutes ?? 0) * MINUTE_MS, shop.timeZone),
      until: heldUntil === null ? "" : timeText(heldUntil, shop.timeZone),
      link: `${needs.publicOrigin()}${waiting?.path ?? needs.appointmentPath(id)}`,
    },
  };
}

function nameOf(provider: Provider | undefined, { staffNames, state }: ShopSnapshot): string {
  if (provider === undefined) return state.shop.name;
  return provider.staffId === null ? provider.name : (staffNames.get(provider.staffId) ?? provider.name);
}

interface Row {
  readonly appointment: Appointment;
  readonly full_name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly has_browser: boolean;
}

/** From the rows: what has ended is not in the live state for ever. */
async function readAppointment(
  { db }: SituationNeeds,
  tenantId: number,
  id: AppointmentId,
): Promise<{ readonly appointment: Appointment; readonly contact: Contact } | null> {
  const { rows } = await inTenant(db, tenantId, (trx) =>
    sql<Row>`select a.body as appointment, b.full_name, b.phone, b.email,
        exists (select from push_subscriptions p where p.appointment_id = a.id) as has_browser
      from appointments a left join bookers b on b.appointment_id = a.id where a.id = ${id}`.execute(trx),
  );
  const [row] = rows;
  if (row === undefined) return null;
  const { full_name: fullName, phone, email, has_browser: hasBrowser } = row;
  return { appointment: row.appointment, contact: { fullName, phone, email, hasBrowser } };
}
