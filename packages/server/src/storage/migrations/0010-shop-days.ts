import { type Kysely, sql } from "kysely";

/** The state with which each service day began: from it and the log, a day can be told again without the years before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table shop_days (
    tenant_id integer not null,
    shop_id integer not null,
    day text not null,
    seq bigint not null,
    state jsonb not null,
    primary key (shop_id, day),
    foreign key (tenant_id, shop_id) references shops (tenant_id, id)
  )`.execute(db);
}
