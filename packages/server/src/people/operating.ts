import { type Kysely, sql } from "kysely";
import { createTenant, type NewTenant } from "../storage/create-tenant.ts";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";

/** An organisation as an operator of the server sees it: that it is there and how large, nobody in it. */
export interface OperatedTenant {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly locale: string;
  readonly createdAt: Date;
  readonly suspendedAt: Date | null;
  readonly shops: number;
  /** Who work there now. */
  readonly staff: number;
  readonly everStaffed: boolean;
}

/** What operators of the whole server do. */
export interface Operating {
  tenants(): Promise<readonly OperatedTenant[]>;
  tenant(slug: string): Promise<OperatedTenant | undefined>;
  create(tenant: NewTenant): Promise<number | "slug-taken">;
  /** Undone by `resume`; either may be said twice. */
  suspend(tenantId: number): Promise<void>;
  resume(tenantId: number): Promise<void>;
}

interface Row {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly locale: string;
  readonly created_at: Date;
  readonly suspended_at: Date | null;
  readonly shops: number;
  readonly staff: number;
  readonly ever_staffed: boolean;
}

export function createOperating(db: Kysely<Database>, now: () => number): Operating {
  const tenants = async (): Promise<readonly OperatedTenant[]> => {
    const { rows } = await sql<Row>`select * from tenants_overview()`.execute(db);
    return rows.map(operated);
  };
  const suspendedAt = async (tenantId: number, at: Date | null): Promise<void> => {
    await inTenant(db, tenantId, async (trx) => {
      const own = trx.updateTable("tenants").set({ suspended_at: at }).where("id", "=", tenantId);
      await (at === null ? own : own.where("suspended_at", "is", null)).execute();
    });
  };
  return {
    tenants,
    tenant: async (slug) => (await tenants()).find((tenant) => tenant.slug === slug),
    create: (tenant) => db.transaction().execute((trx) => createTenant(trx, tenant)),
    suspend: (tenantId) => suspendedAt(tenantId, new Date(now())),
    resume: (tenantId) => suspendedAt(tenantId, null),
  };
}

function operated(row: Row): OperatedTenant {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    locale: row.locale,
    createdAt: row.created_at,
    suspendedAt: row.suspended_at,
    shops: row.shops,
    staff: row.staff,
    everStaffed: row.ever_staffed,
  };
}
