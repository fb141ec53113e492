import type pg from "pg";
import { UnusableDatabase } from "../unusable-database.ts";

/** Whatever lets a role past row-level security or change tables; each with what to do about it. */
const FAULTS = {
  superuser: "is a superuser: ALTER ROLE … NOSUPERUSER",
  bypasses: "may bypass row-level security: ALTER ROLE … NOBYPASSRLS",
  makes_roles: "may make roles: ALTER ROLE … NOCREATEROLE",
  owns: "owns tables: let DATABASE_OWNER_URL's role own them",
  becomes_owner: "is a member of the tables' owner: REVOKE that",
  makes_tables: "may make tables: REVOKE CREATE ON SCHEMA public FROM PUBLIC, as that schema's owner",
} as const;

type Fault = keyof typeof FAULTS;

const TEXT = `select r.rolname as role, r.rolsuper as superuser, r.rolbypassrls as bypasses,
  r.rolcreaterole as makes_roles,
  exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'auth') and c.relowner = r.oid) as owns,
  exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'auth') and c.relowner <> r.oid
    and pg_has_role(r.oid, c.relowner, 'member')) as becomes_owner,
  has_schema_privilege(r.oid, 'public', 'create') or has_schema_privilege(r.oid, 'auth', 'create')
    or has_database_privilege(r.oid, current_database(), 'create') as makes_tables
  from pg_roles r where r.rolname = session_user`;

/** Refuses to run as a role for which the tenants' wall would be none. */
export async function checkAppRole(pool: pg.Pool): Promise<void> {
  const answer = await pool.query<Record<Fault, boolean> & { role: string }>(TEXT);
  const found = answer.rows[0];
  if (found === undefined) throw new Error("whoever is connected has a role");
  for (const [fault, what] of Object.entries(FAULTS) as [Fault, string][]) {
    if (found[fault])
      throw new UnusableDatabase(
        `The server does not run as the database role ${found.role}, because it ${what}.`,
      );
  }
}
