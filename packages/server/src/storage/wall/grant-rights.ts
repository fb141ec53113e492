import type pg from "pg";
import { APP_RIGHTS, type Right } from "./app-rights.ts";

interface Granted {
  readonly name: string;
  readonly rights: readonly string[];
}

const TABLES = `select c.relname as name, array(
    select x.privilege_type from aclexplode(c.relacl) x join pg_roles r on r.oid = x.grantee
    where r.rolname = $1 order by 1) as rights
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p')`;

/** Those that act in the owner's name are for the server alone; by default everybody may call a function. */
const FUNCTIONS = `select p.oid::regprocedure::text as name from pg_proc p
  join pg_namespace n on n.oid = p.pronamespace
  where n.nspname = 'public' and p.prosecdef and p.proowner = (select oid from pg_roles where rolname = current_user)
  and (not exists (select from aclexplode(p.proacl) x join pg_roles r on r.oid = x.grantee where r.rolname = $1)
    or exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x where x.grantee = 0))`;

const STANDING = `select has_schema_privilege($1, 'auth', 'usage') and not has_database_privilege($1, current_database(), 'temporary')
  and not exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'auth' and case when c.relkind = 'r' then not has_table_privilege($1, c.oid, 'insert') end)
  and not exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public'
      and case when c.relkind = 'S' then not has_sequence_privilege($1, c.oid, 'usage') end) as stands`;

/** Gives the server's role what `APP_RIGHTS` says and takes what is beyond it; several nodes may ask at once. */
export async function grantRights(owner: pg.ClientBase, appRole: string): Promise<void> {
  const role = owner.escapeIdentifier(appRole);
  for (const { name, rights } of (await owner.query<Granted>(TABLES, [appRole])).rows) {
    const wanted = rightsTo(name);
    if (rights.join() === wanted.toSorted().join()) continue;
    const table = owner.escapeIdentifier(name);
    await owner.query(`revoke all on ${table} from ${role}`);
    if (wanted.length > 0) await owner.query(`grant ${wanted.join(", ")} on ${table} to ${role}`);
  }
  for (const { name } of (await owner.query<{ name: string }>(FUNCTIONS, [appRole])).rows) {
    await owner.query(`revoke all on function ${name} from public`);
    await owner.query(`grant execute on function ${name} to ${role}`);
  }
  const standing = await owner.query<{ stands: boolean }>(STANDING, [appRole]);
  if (standing.rows[0]?.stands === true) return;
  for (const statement of await standingRights(owner, role)) await owner.query(statement);
}

function rightsTo(table: string): readonly Right[] {
  const listed: Readonly<Record<string, readonly Right[]>> = APP_RIGHTS;
  return listed[table] ?? [];
}

/** Of what has no tenant; better-auth makes its tables later, in the owner's name. */
async function standingRights(owner: pg.ClientBase, role: string): Promise<readonly string[]> {
  const answer = await owner.query<{ name: string }>("select current_database() as name");
  const database = owner.escapeIdentifier(answer.rows[0]?.name ?? "");
  return [
    `revoke temporary on database ${database} from public`,
    `grant connect on database ${database} to ${role}`,
    `grant usage on schema public, auth to ${role}`,
    `grant usage on all sequences in schema public to ${role}`,
    `grant select, insert, update, delete on all tables in schema auth to ${role}`,
    `grant usage on all sequences in schema auth to ${role}`,
    `alter default privileges in schema auth grant select, insert, update, delete on tables to ${role}`,
    `alter default privileges in schema auth grant usage on sequences to ${role}`,
  ];
}
