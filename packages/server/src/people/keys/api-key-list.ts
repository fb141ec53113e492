import { randomBytes, randomUUID } from "node:crypto";
import type { Kysely, Selectable } from "kysely";
import type { Database } from "../../storage/schema.ts";
import { inTenant } from "../../storage/tenant-scope.ts";
import { shopScope } from "../shop-scope.ts";
import { type ApiKey, apiKeyHash, apiKeyPrefix, type KeyRole, newApiKey } from "./api-key.ts";

export interface NewApiKey {
  readonly name: string;
  readonly role: KeyRole;
  readonly shopIds: readonly number[] | null;
  readonly expiresAt: Date | null;
  /** A member of staff. */
  readonly createdBy: number;
}

/** What administrators do with their organisation's keys. */
export interface ApiKeyList {
  /** Revoked ones too, newest first. */
  list(tenantId: number): Promise<readonly ApiKey[]>;
  /** `secret` is the key itself: from here on only its hash is known. */
  create(
    tenantId: number,
    wanted: NewApiKey,
  ): Promise<{ readonly key: ApiKey; readonly secret: string } | "shop-not-found" | "too-many-keys">;
  /** False where the tenant has no such key; one that was revoked before stays so. */
  revoke(tenantId: number, id: string): Promise<boolean>;
}

const MOST_IN_FORCE = 50;
const MOST_LISTED = 500;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function createApiKeyList(db: Kysely<Database>, now: () => number): ApiKeyList {
  return {
    list: (tenantId) =>
      inTenant(db, tenantId, async (trx) => {
        const query = trx.selectFrom("api_keys").selectAll().where("tenant_id", "=", tenantId);
        const rows = await query.orderBy("created_at", "desc").limit(MOST_LISTED).execute();
        return rows.map(apiKey);
      }),
    create: (tenantId, wanted) => create(db, tenantId, wanted, now()),
    revoke: (tenantId, id) =>
      inTenant(db, tenantId, async (trx) => {
        if (!UUID.test(id)) return false;
        const own = trx.selectFrom("api_keys").select("id").where("tenant_id", "=", tenantId);
        if ((await own.where("id", "=", id).executeTakeFirst()) === undefined) return false;
        await trx
          .updateTable("api_keys")
          .set({ revoked_at: new Date(now()) })
          .where("tenant_id", "=", tenantId)
          .where("id", "=", id)
          .where("revoked_at", "is", null)
          .execute();
        return true;
      }),
  };
}

function create(
  db: Kysely<Database>,
  tenantId: number,
  { name, role, shopIds, expiresAt, createdBy }: NewApiKey,
  now: number,
): Promise<{ key: ApiKey; secret: string } | "shop-not-found" | "too-many-keys"> {
  return inTenant(db, tenantId, async (trx) => {
    // Two made at once: one of them waits here, and then counts the other.
    await trx.selectFrom("tenants").select("id").where("id", "=", tenantId).forUpdate().execute();
    const inForce = await trx
      .selectFrom("api_keys")
      .select(({ fn }) => fn.countAll<string>().as("count"))
      .where("tenant_id", "=", tenantId)
      .where("revoked_at", "is", null)
      .executeTakeFirstOrThrow();
    if (Number(inForce.count) >= MOST_IN_FORCE) return "too-many-keys";
    const scope = await shopScope(trx, tenantId, role, shopIds);
    if (scope === "shop-not-found") return scope;
    if (scope === "admin-has-all-shops") throw new Error("no key is an administrator's");
    const secret = newApiKey(randomBytes);
    const row = await trx
      .insertInto("api_keys")
      .values({
        id: randomUUID(),
        tenant_id: tenantId,
        name,
        role,
        shop_ids: scope,
        hash: apiKeyHash(secret),
        prefix: apiKeyPrefix(secret),
        created_by: createdBy,
        created_at: new Date(now),
        expires_at: expiresAt,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return { key: apiKey(row), secret };
  });
}

function apiKey(row: Selectable<Database["api_keys"]>): ApiKey {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    shopIds: row.shop_ids,
    prefix: row.prefix,
    createdBy: row.created_by,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  };
}
