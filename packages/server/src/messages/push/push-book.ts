import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { open, seal, type SealingKeys } from "../../people/seal.ts";
import type { Database } from "../../storage/schema.ts";
import { inTenant } from "../../storage/tenant-scope.ts";
import type { PushAddress, PushSubject } from "../messages.ts";
import { endpointHash, pushPurpose } from "./push-address.ts";

export interface StoredPush {
  readonly id: string;
  readonly address: PushAddress;
}

/** Browsers that visitors want messages on. Goes with the person when that one is erased. */
export interface PushBook {
  /** Of too many browsers of one visitor's, one of the older is let go. */
  add(subject: PushSubject, address: PushAddress, goodUntil: Date): Promise<void>;
  remove(subject: PushSubject, endpoint: string): Promise<void>;
  /** Of an appointment and of the ticket that it became, or either. */
  of(tenantId: number, about: PushAbout): Promise<readonly StoredPush[]>;
  drop(tenantId: number, id: string): Promise<void>;
}

export interface PushAbout {
  readonly appointmentId: number | null;
  readonly ticketId: string | null;
}

const MOST_BROWSERS = 5;

export function createPushBook(db: Kysely<Database>, keys: SealingKeys): PushBook {
  return {
    add: (subject, address, goodUntil) =>
      inTenant(db, subject.tenantId, async (trx) => {
        const hash = endpointHash(address);
        await sql`delete from push_subscriptions where id in (select id from push_subscriptions
          where ${isOf(aboutOf(subject))} and endpoint_hash <> ${hash}
          order by good_until desc, id offset ${MOST_BROWSERS - 1})`.execute(trx);
        const id = randomUUID();
        const { appointmentId, ticketId } = aboutOf(subject);
        await trx
          .insertInto("push_subscriptions")
          .values({
            id,
            tenant_id: subject.tenantId,
            shop_id: subject.shopId,
            appointment_id: appointmentId,
            ticket_id: ticketId,
            endpoint_hash: hash,
            sealed: seal(keys, pushPurpose(id), JSON.stringify(address)),
            good_until: goodUntil,
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }),
    remove: (subject, endpoint) =>
      inTenant(db, subject.tenantId, async (trx) => {
        await sql`delete from push_subscriptions
          where ${isOf(aboutOf(subject))} and endpoint_hash = ${endpointHash({ endpoint })}`.execute(trx);
      }),
    of: (tenantId, about) =>
      inTenant(db, tenantId, async (trx) => {
        const { rows } = await sql<{ id: string; sealed: string }>`select id, sealed from push_subscriptions
          where ${isOf(about)} limit ${MOST_BROWSERS * 2}`.execute(trx);
        return rows.flatMap(({ id, sealed }) => {
          const address = open(keys, pushPurpose(id), sealed);
          return address === null ? [] : [{ id, address: JSON.parse(address) as PushAddress }];
        });
      }),
    drop: (tenantId, id) =>
      inTenant(db, tenantId, async (trx) => {
        await trx.deleteFrom("push_subscriptions").where("id", "=", id).execute();
      }),
  };
}

function aboutOf(subject: PushSubject): PushAbout {
  return "ticketId" in subject
    ? { appointmentId: null, ticketId: subject.ticketId }
    : { appointmentId: subject.appointmentId, ticketId: null };
}

function isOf({ appointmentId, ticketId }: PushAbout) {
  return sql`(appointment_id = ${appointmentId}::integer or ticket_id = ${ticketId}::uuid)`;
}
