import { randomUUID } from "node:crypto";
import { type Kysely, type Selectable, sql } from "kysely";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";
import type { Accounts } from "./accounts.ts";
import { newToken, tokenHash } from "./one-use-token.ts";
import type { Role } from "./permissions.ts";
import { shopScope } from "./shop-scope.ts";
import type { BadScope } from "./staffing.ts";

const VALID_MS = 7 * 24 * 3_600_000;
const MOST_PENDING = 200;

export interface NewInvitation {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Null: all of the tenant's. */
  readonly shopIds: readonly number[] | null;
}

export interface Invitation extends NewInvitation {
  readonly id: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** What whoever holds the link may know. */
export interface Invited {
  readonly id: string;
  readonly tenantId: number;
  readonly organisation: string;
  readonly locale: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Somebody with this address has an account already, and accepts signed in with it. */
  readonly hasAccount: boolean;
}

/** Places kept for people who are yet to come, by one-use links. */
export interface Invitations {
  /** Those that still hold, newest first. */
  list(tenantId: number): Promise<readonly Invitation[]>;
  find(tenantId: number, id: string): Promise<Invitation | undefined>;
  /** The token is for the link alone. Inviting an address anew ends the link it had. */
  invite(
    tenantId: number,
    /** Null: an operator of the server, who works elsewhere. */
    invitedBy: number | null,
    given: NewInvitation,
  ): Promise<
    | { readonly invitation: Invitation; readonly token: string }
    | "email-taken"
    | "too-many-invitations"
    | BadScope
  >;
  /** Another link for the same invitation, for seven more days. */
  renew(tenantId: number, id: string): Promise<string | null>;
  withdraw(tenantId: number, id: string): Promise<boolean>;
  /** Whom a link invites; null where it is over, withdrawn, used, or never was. */
  open(token: string): Promise<Invited | null>;
  /** Takes the place: once, by one. Null as for `open`. */
  accept(token: string, userId: string): Promise<{ readonly staffId: number } | "email-taken" | null>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function createInvitations(db: Kysely<Database>, accounts: Accounts, now: () => number): Invitations {
  const open = async (token: string): Promise<Invited | null> => {
    const { rows } =
      await sql<InvitedRow>`select * from invitation_of(${tokenHash(token)}, ${new Date(now())})`.execute(db);
    const [row] = rows;
    if (row === undefined) return null;
    const { id, tenant_id: tenantId, tenant_name: organisation, locale, email, name, role } = row;
    const hasAccount = (await accounts.find(email)) !== null;
    return { id, tenantId, organisation, locale, email, name, role, hasAccount };
  };
  return {
    open,
    list: (tenantId) =>
      inTenant(db, tenantId, async (trx) => {
        const query = trx.selectFrom("invitations").selectAll().where("tenant_id", "=", tenantId);
        const pending = query.where("expires_at", ">", new Date(now())).orderBy("created_at", "desc");
        return (await pending.limit(MOST_PENDING).execute()).map(invitation);
      }),
    find: (tenantId, id) => find(db, tenantId, id),
    invite: (tenantId, invitedBy, given) => invite(db, now(), tenantId, invitedBy, given),
    renew: (tenantId, id) => renew(db, now(), tenantId, id),
    withdraw: (tenantId, id) => withdraw(db, tenantId, id),
    async accept(token, userId) {
      const invited = await open(token);
      return invited === null ? null : await accept(db, now(), invited.tenantId, token, userId);
    },
  };
}

async function find(db: Kysely<Database>, tenantId: number, id: string): Promise<Invitation | undefined> {
  if (!UUID.test(id)) return undefined;
  const row = await inTenant(db, tenantId, (trx) =>
    trx
      .selectFrom("invitations")
      .selectAll()
      .where("tenant_id", "=", tenantId)
      .where("id", "=", id)
      .executeTakeFirst(),
  );
  return row === undefined ? undefined : invitation(row);
}

async function renew(
  db: Kysely<Database>,
  now: number,
  tenantId: number,
  id: string,
): Promise<string | null> {
  if (!UUID.test(id)) return null;
  const token = newToken();
  const row = await inTenant(db, tenantId, (trx) =>
    trx
      .updateTable("invitations")
      .set({ hash: tokenHash(token), expires_at: new Date(now + VALID_MS) })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", id)
      .returning("id")
      .executeTakeFirst(),
  );
  return row === undefined ? null : token;
}

async function withdraw(db: Kysely<Database>, tenantId: number, id: string): Promise<boolean> {
  if (!UUID.test(id)) return false;
  const row = await inTenant(db, tenantId, (trx) =>
    trx
      .deleteFrom("invitations")
      .where("tenant_id", "=", tenantId)
      .where("id", "=", id)
      .returning("id")
      .executeTakeFirst(),
  );
  return row !== undefined;
}

async function invite(
  db: Kysely<Database>,
  now: number,
  tenantId: number,
  invitedBy: number | null,
  given: NewInvitation,
): ReturnType<Invitations["invite"]> {
  const { email, name, role } = given;
  const token = newToken();
  return await inTenant(db, tenantId, async (trx) => {
    const own = { tenant_id: tenantId, email };
    const staff = trx.selectFrom("staff").select("id").where("tenant_id", "=", tenantId);
    if ((await staff.where("email", "=", email).executeTakeFirst()) !== undefined) return "email-taken";
    const scope = await shopScope(trx, tenantId, role, given.shopIds);
    if (typeof scope === "string") return scope;
    await trx
      .deleteFrom("invitations")
      .where("tenant_id", "=", tenantId)
      .where((row) => row.or([row("email", "=", email), row("expires_at", "<=", new Date(now))]))
      .execute();
    const { pending } = await trx
      .selectFrom("invitations")
      .select(({ fn }) => fn.countAll<number>().as("pending"))
      .where("tenant_id", "=", tenantId)
      .executeTakeFirstOrThrow();
    if (pending >= MOST_PENDING) return "too-many-invitations";
    const row = await trx
      .insertInto("invitations")
      .values({
        ...own,
        id: randomUUID(),
        name,
        role,
        shop_ids: scope,
        hash: tokenHash(token),
        invited_by: invitedBy,
        created_at: new Date(now),
        expires_at: new Date(now + VALID_MS),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return { invitation: invitation(row), token };
  });
}

function accept(
  db: Kysely<Database>,
  now: number,
  tenantId: number,
  token: string,
  userId: string,
): Promise<{ readonly staffId: number } | "email-taken" | null> {
  return inTenant(db, tenantId, async (trx) => {
    // Of two who come at once one deletes it.
    const place = await trx
      .deleteFrom("invitations")
      .where("tenant_id", "=", tenantId)
      .where("hash", "=", tokenHash(token))
      .where("expires_at", ">", new Date(now))
      .returningAll()
      .executeTakeFirst();
    if (place === undefined) return null;
    const { email, name, role, shop_ids } = place;
    const member = await trx
      .insertInto("staff")
      .values({ tenant_id: tenantId, user_id: userId, name, email, role, shop_ids })
      .onConflict((conflict) => conflict.columns(["tenant_id", "user_id"]).doNothing())
      .returning("id")
      .executeTakeFirst();
    return member === undefined ? "email-taken" : { staffId: member.id };
  });
}

interface InvitedRow {
  readonly id: string;
  readonly tenant_id: number;
  readonly tenant_name: string;
  readonly locale: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
}

function invitation(row: Selectable<Database["invitations"]>): Invitation {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    shopIds: row.shop_ids,
    createdAt: row.created_at.getTime(),
    expiresAt: row.expires_at.getTime(),
  };
}
