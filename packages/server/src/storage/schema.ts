import type { Generated, JSONColumnType } from "kysely";
import type { Actor, Counter, Display, EventBody, Queue, Service, Shop, Ticket } from "@callnext/core";

/** Tables of the `public` schema. better-auth's own tables live in the schema `auth`. */
export interface Database {
  incarnation: { epoch: string };
  tenants: {
    id: Generated<number>;
    slug: string;
    name: string;
    locale: string;
    /** Raised whenever staff are added or renamed (ShopRuntime.staffChanged), so that every node sees it. */
    staff_version: Generated<number>;
    created_at: Generated<Date>;
  };
  staff: {
    id: Generated<number>;
    tenant_id: number;
    /** better-auth's user id. */
    user_id: string;
    name: string;
    email: string;
    role: "admin" | "manager" | "agent";
    active: Generated<boolean>;
    created_at: Generated<Date>;
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
  /** Server-wide small values: signing keys (wrapped), the one-use setup code's hash, demo flags. */
  settings: { name: string; value: JSONColumnType<object> };
}
