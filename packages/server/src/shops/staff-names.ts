import type { Queryable } from "./queryable.ts";

export interface StaffNames {
  readonly names: ReadonlyMap<number, string>;
  readonly suspended: boolean;
  readonly version: number;
}

interface Row {
  readonly staff_version: number;
  readonly suspended: boolean;
  readonly id: number | null;
  readonly name: string | null;
}

const TEXT = `select t.staff_version, t.suspended_at is not null as suspended, f.id, f.name
  from tenants t left join staff f on f.tenant_id = t.id where t.id = $1`;

/** Names of the tenant's staff by id and whether it is suspended, with the version that both belong to. */
export async function readStaffNames(database: Queryable, tenantId: number): Promise<StaffNames> {
  const answer = await database.query<Row>({ name: "staff-names", text: TEXT, values: [tenantId] });
  const names = new Map<number, string>();
  for (const { id, name } of answer.rows) if (id !== null && name !== null) names.set(id, name);
  const first = answer.rows[0];
  return { names, suspended: first?.suspended ?? false, version: first?.staff_version ?? 0 };
}
