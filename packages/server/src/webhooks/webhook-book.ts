import { randomUUID } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import { seal, type SealingKeys } from "../people/seal.ts";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";
import { deliveryFrom, logDelivery } from "./delivery-log.ts";
import { type Sending, sendEvent } from "./send-event.ts";
import type { Delivery, Webhook } from "./webhook.ts";
import { newWebhookSecret, webhookPurpose } from "./webhook-secret.ts";

export interface NewWebhook {
  readonly url: string;
  readonly events: readonly string[];
  readonly createdBy: number;
}

export interface WebhookChange {
  readonly url?: string | undefined;
  readonly events?: readonly string[] | undefined;
  readonly active?: boolean | undefined;
}

/** The webhooks of each organisation. */
export interface WebhookBook {
  list(tenantId: number): Promise<readonly Webhook[]>;
  find(tenantId: number, id: string): Promise<Webhook | undefined>;
  /** Told of what happens from now on. The secret is given here only. */
  add(
    tenantId: number,
    webhook: NewWebhook,
  ): Promise<{ readonly id: string; readonly secret: string } | "too-many-webhooks">;
  change(tenantId: number, id: string, change: WebhookChange): Promise<boolean>;
  remove(tenantId: number, id: string): Promise<boolean>;
  deliveries(tenantId: number, id: string): Promise<readonly Delivery[]>;
  /** Sends this event at once, and takes down how it went. */
  tryOut(
    tenantId: number,
    id: string,
    event: { readonly id: string; readonly type: string },
  ): Promise<Delivery | undefined>;
}

const MOST_WEBHOOKS = 10;
const MOST_LISTED = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface WebhookBookNeeds extends Sending {
  readonly db: Kysely<Database>;
  readonly keys: SealingKeys;
}

export function createWebhookBook(needs: WebhookBookNeeds): WebhookBook {
  const { db, keys, now } = needs;
  const list = (tenantId: number): Promise<readonly Webhook[]> =>
    inTenant(db, tenantId, async (trx) => {
      const rows = await trx
        .selectFrom("webhooks")
        .selectAll()
        .orderBy("created_at")
        .orderBy("id")
        .limit(MOST_WEBHOOKS)
        .execute();
      const newest = await Promise.all(rows.map(({ id }) => newestOf(trx, id, 1)));
      return rows.map(({ id, url, events, active, created_at: createdAt }, index) => ({
        id,
        url,
        events,
        active,
        createdAt,
        last: newest[index]?.[0] ?? null,
      }));
    });
  return {
    list,
    find: async (tenantId, id) => (await list(tenantId)).find((webhook) => webhook.id === id),
    add: (tenantId, webhook) =>
      inTenant(db, tenantId, (trx) => add(trx, keys, { ...webhook, tenantId, at: new Date(now()) })),
    change: (tenantId, id, change) => changed(db, tenantId, id, change, new Date(now())),
    remove: (tenantId, id) =>
      UUID.test(id)
        ? inTenant(db, tenantId, async (trx) => {
            const { numDeletedRows } = await trx
              .deleteFrom("webhooks")
              .where("id", "=", id)
              .executeTakeFirst();
            return numDeletedRows > 0n;
          })
        : Promise.resolve(false),
    deliveries: (tenantId, id) => inTenant(db, tenantId, (trx) => newestOf(trx, id, MOST_LISTED)),
    async tryOut(tenantId, id, event) {
      if (!UUID.test(id)) return undefined;
      const target = await inTenant(db, tenantId, (trx) =>
        trx.selectFrom("webhooks").select(["id", "url", "sealed"]).where("id", "=", id).executeTakeFirst(),
      );
      if (target === undefined) return undefined;
      // Outside any transaction: the other server may take its time.
      const delivery = await sendEvent(needs, target, event, 1);
      await inTenant(db, tenantId, (trx) => logDelivery(trx, tenantId, id, delivery));
      return delivery;
    },
  };
}

async function add(
  trx: Transaction<Database>,
  keys: Pick<SealingKeys, "current">,
  { tenantId, at, url, events, createdBy }: NewWebhook & { readonly tenantId: number; readonly at: Date },
): Promise<{ readonly id: string; readonly secret: string } | "too-many-webhooks"> {
  // Of two made at once, one waits here and then counts the other.
  await trx.selectFrom("tenants").select("id").where("id", "=", tenantId).forUpdate().execute();
  const there = await trx.selectFrom("webhooks").select("id").execute();
  if (there.length >= MOST_WEBHOOKS) return "too-many-webhooks";
  const id = randomUUID();
  const secret = newWebhookSecret();
  await trx
    .insertInto("webhooks")
    .values({
      id,
      tenant_id: tenantId,
      url,
      sealed: seal(keys, webhookPurpose(id), secret),
      events: [...events],
      created_by: createdBy,
      created_at: at,
    })
    .execute();
  await trx
    .insertInto("webhook_cursors")
    .columns(["webhook_id", "shop_id", "tenant_id", "seq", "due_at"])
    .expression((from) =>
      from
        .selectFrom("shops")
        .select((row) => [
          row.val(id).as("webhook_id"),
          "shops.id",
          "shops.tenant_id",
          "shops.seq",
          row.val(at).as("due_at"),
        ]),
    )
    .execute();
  return { id, secret };
}

/** What waits for another try is tried at once: perhaps it was the address. */
function changed(
  db: Kysely<Database>,
  tenantId: number,
  id: string,
  { url, events, active }: WebhookChange,
  at: Date,
): Promise<boolean> {
  if (!UUID.test(id)) return Promise.resolve(false);
  return inTenant(db, tenantId, async (trx) => {
    const row = await trx
      .updateTable("webhooks")
      .set((of) => ({
        url: url ?? of.ref("url"),
        events: events === undefined ? of.ref("events") : [...events],
        active: active ?? of.ref("active"),
      }))
      .where("id", "=", id)
      .returning("id")
      .executeTakeFirst();
    await trx
      .updateTable("webhook_cursors")
      .set({ due_at: at, attempts: 0 })
      .where("webhook_id", "=", id)
      .execute();
    return row !== undefined;
  });
}

async function newestOf(trx: Transaction<Database>, id: string, limit: number): Promise<readonly Delivery[]> {
  const rows = await trx
    .selectFrom("webhook_deliveries")
    .selectAll()
    .where("webhook_id", "=", id)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(deliveryFrom);
}
