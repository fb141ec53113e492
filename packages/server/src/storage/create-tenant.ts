import { type Kysely, sql } from "kysely";
import type { Database } from "./schema.ts";
import { inTenant } from "./tenant-scope.ts";

export interface NewTenant {
  readonly slug: string;
  readonly name: string;
  readonly locale: string;
}

/** The new tenant's id. Within a transaction, what follows is the new tenant's. */
export async function createTenant(db: Kysely<Database>, values: NewTenant): Promise<number | "slug-taken"> {
  const answer = await sql<{ id: number }>`select nextval('tenants_id_seq')::integer as id`.execute(db);
  const id = answer.rows[0]?.id;
  if (id === undefined) throw new Error("nextval always answers");
  // A row can be written only by the tenant that it is.
  const made = await inTenant(db, id, (trx) =>
    trx
      .insertInto("tenants")
      .values({ id, ...values })
      .onConflict((conflict) => conflict.column("slug").doNothing())
      .returning("id")
      .executeTakeFirst(),
  );
  return made?.id ?? "slug-taken";
}
