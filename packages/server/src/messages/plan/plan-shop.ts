import type { Appointment, AppointmentId, ShopEvent } from "@callnext/core";
import { type Kysely, sql } from "kysely";
import type { ShopOfTenant } from "../../people/rights-in-shop.ts";
import type { ShopRuntime } from "../../shops/shop-runtime.ts";
import type { Database } from "../../storage/schema.ts";
import { inTenant } from "../../storage/tenant-scope.ts";
import type { Choices } from "../choices.ts";
import { isSilent, type MessageSettings } from "../message-settings.ts";
import { appointmentMessages } from "./appointment-messages.ts";
import type { PlannedMessage } from "./planned-message.ts";
import { reachableTickets } from "./reachable-tickets.ts";
import { ticketMessages } from "./ticket-messages.ts";
import { writePlanned } from "./write-planned.ts";

export interface PlanNeeds {
  readonly db: Kysely<Database>;
  readonly runtime: Pick<ShopRuntime, "events" | "freshSnapshot">;
  readonly choices: Pick<Choices, "settings">;
  readonly now: () => number;
  readonly newId: () => string;
}

/** Up to where a shop's stream was looked through. */
export interface ShopCursor extends ShopOfTenant {
  readonly seq: number;
}

const EVENTS_AT_ONCE = 200;
const TELLING = /^(?:appointment-|ticket-)/;

/**
 * Plans what the next events of a shop's stream are to be told of, and how far it came, in one transaction: whatever
 * ends this on the way, no event is left out and none is told twice. Gives the new place; the same: nothing is new.
 */
export async function planShop(needs: PlanNeeds, cursor: ShopCursor): Promise<ShopCursor> {
  const { db, runtime, now, newId } = needs;
  const events = await runtime.events(cursor.shopId, cursor.seq, EVENTS_AT_ONCE);
  const last = events.at(-1);
  if (last === undefined) return cursor;
  const planned = await messagesOf(needs, cursor, events);
  await inTenant(db, cursor.tenantId, async (trx) => {
    await writePlanned(trx, cursor, planned, { now: now(), newId });
    const { numUpdatedRows } = await trx
      .updateTable("message_cursors")
      .set({ seq: last.seq })
      .where("shop_id", "=", cursor.shopId)
      .where("seq", "=", cursor.seq)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Error("another node went on with this shop");
  });
  return { ...cursor, seq: last.seq };
}

async function messagesOf(
  needs: PlanNeeds,
  cursor: ShopCursor,
  events: readonly ShopEvent[],
): Promise<readonly PlannedMessage[]> {
  const telling = events.filter(({ type }) => TELLING.test(type));
  if (telling.length === 0) return [];
  const settings = await needs.choices.settings(cursor.tenantId);
  const appointments = await appointmentsOf(needs.db, cursor.tenantId, telling);
  const ofAppointments = telling.flatMap((event) =>
    appointmentMessages(event, settings.reminderMinutes, appointments),
  );
  const all = [...ofAppointments, ...(await ofTickets(needs, cursor, telling, settings))];
  return all.filter(({ kind }) => !isSilent(settings.ways[kind]));
}

async function ofTickets(
  { db, runtime }: PlanNeeds,
  { tenantId, shopId }: ShopCursor,
  events: readonly ShopEvent[],
  { ways }: MessageSettings,
): Promise<readonly PlannedMessage[]> {
  const snapshot = await runtime.freshSnapshot(shopId);
  if (snapshot === undefined) return [];
  const wished = ticketMessages(events, snapshot.state);
  const ids = (kind: PlannedMessage["kind"]) =>
    wished.flatMap(({ kind: of, subject }) =>
      of === kind && subject.ticketId !== null ? [subject.ticketId] : [],
    );
  const [near, called] = await Promise.all([
    reachableTickets(db, tenantId, ids("ticket-near"), ways["ticket-near"]),
    reachableTickets(db, tenantId, ids("ticket-called"), ways["ticket-called"]),
  ]);
  return wished.filter(({ kind, subject }) =>
    (kind === "ticket-near" ? near : called).has(subject.ticketId ?? ""),
  );
}

async function appointmentsOf(
  db: Kysely<Database>,
  tenantId: number,
  events: readonly ShopEvent[],
): Promise<ReadonlyMap<AppointmentId, Appointment>> {
  const ids = new Set(events.flatMap((event) => ("appointmentId" in event ? [event.appointmentId] : [])));
  if (ids.size === 0) return new Map();
  return await inTenant(db, tenantId, async (trx) => {
    const { rows } = await sql<{ body: Appointment }>`select body from appointments
      where id = any(${[...ids]}::integer[])`.execute(trx);
    return new Map(rows.map(({ body }) => [body.id, body]));
  });
}
