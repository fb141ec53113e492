import type { Generated, JSONColumnType } from "kysely";
import type {
  Actor,
  Appointment,
  AppointmentStatus,
  Counter,
  Display,
  EventBody,
  KeptForecast,
  Provider,
  Queue,
  Service,
  Shop,
  Ticket,
  WaitModel,
} from "@callnext/core";
import type { AuditActor } from "../audit/audit-entry.ts";
import type { AuditRecord } from "../audit/audit-record.ts";
import type { MessageKind } from "../messages/message-kind.ts";
import type { MessageLocale } from "../messages/message-locale.ts";
import type { MessageAbout, MessageChannel, MessageReason, MessageStatus } from "../messages/message.ts";
import type { MessageSettings } from "../messages/message-settings.ts";
import type { WaitingStatus } from "../waiting-list/waiting-entry.ts";
import type { SmsProvider } from "../messages/sms/sms-provider.ts";
import type { MessageTexts } from "../messages/texts/message-texts.ts";

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
    /** When time alone will change something here, ms since the epoch. */
    wakes_at: Generated<number | null>;
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
  providers: { id: string; tenant_id: number; shop_id: number; body: JSONColumnType<Provider> };
  appointments: {
    id: number;
    tenant_id: number;
    shop_id: number;
    provider_id: string;
    lane: number;
    status: AppointmentStatus;
    /** A tstzrange, [busyFrom, busyUntil). */
    during: string;
    starts_at: Date;
    ends_at: Date;
    updated_at: Date;
    /** Part of the live state: what loadShop reads. */
    live: boolean;
    body: JSONColumnType<Appointment>;
  };
  /** Whose an appointment is. */
  bookers: {
    appointment_id: number;
    tenant_id: number;
    shop_id: number;
    full_name: string | null;
    phone: string | null;
    email: string | null;
    notes: string | null;
    created_at: Generated<Date>;
  };
  /** Secret addresses for calendar programs; `hash` is SHA-256 of the address's token. */
  calendar_feeds: {
    /** A UUID. */
    id: string;
    tenant_id: number;
    shop_id: number;
    /** Null: all of the shop's appointments. */
    provider_id: string | null;
    name: string;
    hash: Buffer;
    made_by: number;
    created_at: Date;
    last_read_at: Date | null;
  };
  /** Those who wait for a slot to come free. Whose it is, is held only while they wait. */
  waiting_list: {
    /** A UUID. */
    id: string;
    tenant_id: number;
    shop_id: number;
    service_id: number;
    provider_id: string | null;
    /** `YYYY-MM-DD` by the shop's wall. */
    from_date: string;
    until_date: string;
    /** After midnight. */
    from_minutes: number | null;
    until_minutes: number | null;
    party_size: number;
    locale: string | null;
    full_name: string | null;
    phone: string | null;
    email: string | null;
    status: WaitingStatus;
    /** The hold that is offered, later the appointment. */
    appointment_id: number | null;
    /** Starts that were offered and let go, ms since the epoch. */
    passed: JSONColumnType<readonly number[]>;
    created_at: Date;
    updated_at: Date;
  };
  waiting_cursors: {
    shop_id: number;
    tenant_id: number;
    seq: number;
    looked_at: Date | null;
    claimed_until: Date | null;
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
  message_settings: { tenant_id: number; body: JSONColumnType<MessageSettings> };
  message_templates: {
    tenant_id: number;
    kind: MessageKind;
    locale: MessageLocale;
    body: JSONColumnType<MessageTexts>;
  };
  /** `sealed` is the secret that the provider knows the tenant by (people/seal.ts). */
  sms_providers: { id: string; tenant_id: number; body: JSONColumnType<SmsProvider>; sealed: string | null };
  message_cursors: { shop_id: number; tenant_id: number; seq: number; claimed_until: Date | null };
  /** Plan and log in one. References only: who it goes to is looked up when it is sent. */
  messages: {
    id: string;
    tenant_id: number;
    shop_id: number;
    kind: MessageKind;
    /** Null: there was no way to reach the visitor. */
    channel: MessageChannel | null;
    appointment_id: number | null;
    ticket_id: string | null;
    waiting_id: string | null;
    about: JSONColumnType<MessageAbout>;
    /** By which the same message is planned once. */
    name: string;
    status: MessageStatus;
    reason: MessageReason | null;
    attempts: Generated<number>;
    /** Ten-thousandths of the tenant's currency. */
    cost: Generated<number>;
    due_at: Date;
    valid_until: Date;
    /** When it was last handed out to be sent. */
    queued_at: Date | null;
    created_at: Date;
    updated_at: Date;
  };
  /** By month, `YYYY-MM` in UTC; in ten-thousandths. */
  message_spend: { tenant_id: number; month: string; spent: number };
  /** Browsers that a visitor wants messages on; `sealed` is a PushAddress. */
  push_subscriptions: {
    id: string;
    tenant_id: number;
    shop_id: number;
    appointment_id: number | null;
    ticket_id: string | null;
    endpoint_hash: Buffer;
    sealed: string;
    good_until: Date;
  };
  push_keys: { id: string; public_key: string; sealed: string; created_at: Date };
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
  /** Service days that are over and whose forecasts are written down. */
  wait_days: {
    tenant_id: number;
    shop_id: number;
    /** `YYYY-MM-DD` */
    day: string;
    /** Trained on the days up to this one; of the newest day only. */
    model: JSONColumnType<WaitModel> | null;
    settled_at: Date;
  };
  /** Each forecast of a wait that was given, with what came of it. Minutes. */
  wait_forecasts: {
    tenant_id: number;
    shop_id: number;
    /** Of the event after which it was given. */
    seq: number;
    ticket_id: string;
    day: string;
    queue_id: string;
    at: Date;
    known_at: Date;
    known_seq: number;
    place: number;
    p10: number;
    p50: number;
    p90: number;
    /** Null: the ticket left uncalled. */
    minutes: number | null;
    /** What it is recalled by. */
    kept: JSONColumnType<Pick<KeptForecast, "reading" | "given">>;
  };
  /** Server-wide small values: the one-use setup code's hash, demo flags. */
  settings: { name: string; value: JSONColumnType<object> };
}
