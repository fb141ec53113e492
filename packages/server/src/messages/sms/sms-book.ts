import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { open, seal, type SealingKeys } from "../../people/seal.ts";
import type { Database } from "../../storage/schema.ts";
import { inTenant } from "../../storage/tenant-scope.ts";
import { type SmsProvider, smsProviderPurpose } from "./sms-provider.ts";

export interface StoredSmsProvider {
  readonly provider: SmsProvider;
  readonly hasSecret: boolean;
}

export interface OpenedSmsProvider {
  readonly provider: SmsProvider;
  readonly secret: string | null;
  /** There is one, and it cannot be opened any more: it has to be typed again. */
  readonly isLost: boolean;
}

/** By whom each organisation sends its SMS; at most one. */
export interface SmsBook {
  find(tenantId: number): Promise<StoredSmsProvider | null>;
  /** For sending only. */
  open(tenantId: number): Promise<OpenedSmsProvider | null>;
  /** `secret` undefined: the one that is there stays; null: none. */
  set(tenantId: number, provider: SmsProvider, secret: string | null | undefined): Promise<void>;
  remove(tenantId: number): Promise<boolean>;
}

export function createSmsBook(db: Kysely<Database>, keys: SealingKeys): SmsBook {
  const row = (tenantId: number) =>
    inTenant(db, tenantId, (trx) =>
      trx
        .selectFrom("sms_providers")
        .select(["id", "body", "sealed"])
        .where("tenant_id", "=", tenantId)
        .executeTakeFirst(),
    );
  return {
    async find(tenantId) {
      const found = await row(tenantId);
      return found === undefined ? null : { provider: found.body, hasSecret: found.sealed !== null };
    },
    async open(tenantId) {
      const found = await row(tenantId);
      if (found === undefined) return null;
      const { id, sealed, body } = found;
      const secret = sealed === null ? null : open(keys, smsProviderPurpose(id), sealed);
      return { provider: body, secret, isLost: sealed !== null && secret === null };
    },
    set: (tenantId, provider, secret) =>
      inTenant(db, tenantId, async (trx) => {
        const there = await trx
          .selectFrom("sms_providers")
          .select(["id", "sealed"])
          .where("tenant_id", "=", tenantId)
          .forUpdate()
          .executeTakeFirst();
        const id = there?.id ?? randomUUID();
        const kept = there?.sealed ?? null;
        const sealed =
          secret === undefined ? kept : secret === null ? null : seal(keys, smsProviderPurpose(id), secret);
        const body = JSON.stringify(provider);
        await trx
          .insertInto("sms_providers")
          .values({ id, tenant_id: tenantId, body, sealed })
          .onConflict((conflict) => conflict.column("id").doUpdateSet({ body, sealed }))
          .execute();
      }),
    remove: (tenantId) =>
      inTenant(db, tenantId, async (trx) => {
        const { numDeletedRows } = await trx
          .deleteFrom("sms_providers")
          .where("tenant_id", "=", tenantId)
          .executeTakeFirst();
        return numDeletedRows > 0n;
      }),
  };
}
