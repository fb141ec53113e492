import type { Generated, JSONColumnType } from "kysely";
import type { Actor, Counter, Display, EventBody, Queue, Service, Shop, Ticket } from "@callnext/core";
import type { AuditActor } from "../audit/audit-entry.ts";
import type { AuditRecord } from "../audit/audit-record.ts";

/** Tables of the `public` schema. better-auth's own tables live in the schema `auth`. */
export interface Database {
  incarnation: { epoch: string };
  tenants: {
    id: Generated<number>;
    slug: string;
    name: string;
    locale: string;
    /** Raised whenever staff are added or renamed, or visitors erased, so that every node sees it. */
    staff_version: Generated<number>;
    suspended_at: Date | null;
    /** Managers and administrators get nothing before they have a second factor. */
    require_second_factor: Generated<boolean>;
    /** Visitors' data is erased so long after the visit. */
    retention_days: Generated<number>;
    audit_days: Generated<number>;
    created_at: Generated<Date>;
  };
  staff: {
    id: Generated<number>;
    tenant_id: number;
    /** better-auth's user id. */
    user_id: string;
    name: string;
    email: string;
    role: "admin" | "manager" | "agent" | "viewer";
    /** Null: all of the tenant's shops. */
    shop_ids: number[] | null;
    active: Generated<boolean>;
    created_at: Generated<Date>;
  };
  /** Authenticator apps; unconfirmed: being set up. `sealed` is `people/seal.ts` of the secret. */
  totp_factors: {
    user_id: string;
    sealed: string;
    confirmed_at: Date | null;
    /** The last time step whose code was used. */
    last_step: Generated<number>;
    created_at: Date;
  };
  recovery_codes: { user_id: string; hash: string; created_at: Date; used_at: Date | null };
  passkeys: {
    id: Generated<number>;
    user_id: string;
    credential_id: string;
    public_key: Buffer;
    counter: number;
    transports: string[];
    /** The authenticator copies it to the person's other devices. */
    synced: boolean;
    name: string;
    created_at: Date;
    last_used_at: Date | null;
  };
  pending_sign_ins: { hash: string; user_id: string; attempts: Generated<number>; expires_at: Date };
  spent_challenges: { hash: string; expires_at: Date };
  oidc_identities: {
    issuer: string;
    subject: string;
    user_id: string;
    created_at: Date;
    last_used_at: Date;
  };
  /** Pending ones; accepted and withdrawn ones are gone. */
  invitations: {
    id: string;
    tenant_id: number;
    email: string;
    name: string;
    role: "admin" | "manager" | "agent" | "viewer";
    shop_ids: number[] | null;
    /** SHA-256 of the link's token. */
    hash: Buffer;
    /** Null: by an operator of the server, who works elsewhere. */
    invited_by: number | null;
    created_at: Date;
    expires_at: Date;
  };
  counted_tries: { key: string; tries: number; until: Date };
  password_resets: { hash: Buffer; user_id: string; expires_at: Date };
  /** Accounts that run the whole server. */
  operators: { user_id: string; created_at: Generated<Date> };
  api_keys: {
    id: string;
    tenant_id: number;
    name: string;
    role: "manager" | "agent" | "viewer";
    shop_ids: number[] | null;
    hash: Buffer;
    /** How the key begins, by which people recognise it. */
    prefix: string;
    created_by: number;
    created_at: Generated<Date>;
    last_used_at: Date | null;
    expires_at: Date | null;
    revoked_at: Date | null;
  };
  /** Made by `createShop`, changed by the runtime only. */
  shops: {
    id: Generated<number>;
    tenant_id: number;
    slug: string;
    seq: Generated<number>;
    /** Time of the last event, ms since the epoch. */
    at: number;
    service_day: string;
    body: JSONColumnType<Shop>;
  };
  services: { id: number; tenant_id: number; shop_id: number; body: JSONColumnType<Service> };
  queues: { id: string; tenant_id: number; shop_id: number; body: JSONColumnType<Queue> };
  counters: { id: string; tenant_id: number; shop_id: number; body: JSONColumnType<Counter> };
  displays: { id: string; tenant_id: number; shop_id: number; body: JSONColumnType<Display> };
  devices: {
    /** A UUID. */
    id: string;
    tenant_id: number;
    shop_id: number;
    kind: "board" | "kiosk";
    display_id: string | null;
    name: string;
    /** Null until the device has taken its key. */
    key_hash: string | null;
    /** A member of staff; null: an API key. */
    paired_by: number | null;
    paired_at: Date;
    last_seen_at: Date | null;
    revoked_at: Date | null;
  };
  /** Codes that stand on screens which are nobody's yet. */
  device_pairings: {
    id: string;
    code_hash: string;
    secret_hash: string;
    expires_at: Date;
    device_id: string | null;
    taken_at: Date | null;
  };
  tickets: {
    /** A UUID. */
    id: string;
    tenant_id: number;
    shop_id: number;
    queue_id: string;
    number: string;
    service_day: string;
    status: string;
    joined_at: Date;
    ended_at: Date | null;
    /** Part of the live state (open, or an ended one still kept): what loadShop reads. */
    live: boolean;
    body: JSONColumnType<Ticket>;
  };
  visitors: {
    ticket_id: string;
    tenant_id: number;
    shop_id: number;
    full_name: string | null;
    phone: string | null;
    email: string | null;
    created_at: Generated<Date>;
  };
  events: {
    shop_id: number;
    seq: number;
    tenant_id: number;
    at: Date;
    actor: JSONColumnType<Actor>;
    type: EventBody["type"];
    body: JSONColumnType<EventBody>;
  };
  command_answers: {
    tenant_id: number;
    actor: string;
    route: string;
    key: string;
    body_hash: string;
    /** A StoredAnswer; references only, no names. */
    answer: JSONColumnType<object>;
    created_at: Generated<Date>;
  };
  /** Written by `audit_append` and `audit_prune` only. */
  audit_log: {
    /** The tenant's id, or 0 for the platform. */
    chain: number;
    seq: number;
    tenant_id: number | null;
    at: Date;
    actor_kind: AuditActor["kind"];
    actor_id: string | null;
    action: string;
    subject: string | null;
    shop_id: number | null;
    ip: string | null;
    detail: JSONColumnType<AuditRecord["detail"]>;
    prev_hash: Buffer;
    hash: Buffer;
  };
  audit_heads: {
    chain: number;
    tenant_id: number | null;
    seq: number;
    hash: Buffer;
    /** The last entry that was let go, from which the rest can be verified. */
    anchor_seq: number;
    anchor_hash: Buffer;
    anchor_at: Date | null;
  };
  privacy_runs: {
    id: Generated<number>;
    tenant_id: number;
    started_at: Date;
    finished_at: Date | null;
    cutoff: Date;
    retention_days: number;
    erased: Generated<number>;
    audit_pruned: Generated<number>;
    oldest_left: Date | null;
    /** Whether a second look found nothing older than the cutoff; null while it runs. */
    verified: boolean | null;
  };
  /** One-use passes to a socket, by the hash of each; `session` is a SocketSession. */
  socket_tickets: { hash: Buffer; session: JSONColumnType<object>; path: string | null; expires_at: Date };
  /** `sealed` is the secret that signs what is sent (people/seal.ts). */
  webhooks: {
    id: string;
    tenant_id: number;
    url: string;
    sealed: string;
    events: string[];
    active: Generated<boolean>;
    created_by: number;
    created_at: Date;
  };
  webhook_cursors: {
    webhook_id: string;
    shop_id: number;
    tenant_id: number;
    /** Told of up to here. */
    seq: number;
    /** Of the next one. */
    attempts: Generated<number>;
    due_at: Date;
    claimed_until: Date | null;
  };
  webhook_deliveries: {
    id: Generated<number>;
    tenant_id: number;
    webhook_id: string;
    event_id: string;
    type: string;
    at: Date;
    attempt: number;
    outcome: "delivered" | "failed" | "given-up";
    status: number | null;
    failure: string | null;
  };
  /** Of the server; each wrapped by its secret (WrappedKey). */
  signing_keys: {
    id: string;
    wrapped: JSONColumnType<object>;
    created_at: Date;
    signs_from: Date;
    accepted_until: Date | null;
  };
  /** The state with which each service day of a shop began. */
  shop_days: {
    tenant_id: number;
    shop_id: number;
    /** `YYYY-MM-DD` */
    day: string;
    seq: number;
    /** A StoredShop. */
    state: JSONColumnType<object>;
  };
  /** Server-wide small values: the one-use setup code's hash, demo flags. */
  settings: { name: string; value: JSONColumnType<object> };
}
