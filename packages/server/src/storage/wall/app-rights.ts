import type { Database } from "../schema.ts";

export type Right = "SELECT" | "INSERT" | "UPDATE" | "DELETE";

const READ: readonly Right[] = ["SELECT"];
/** The log cannot be rewritten, whoever gets hold of the server's connection. */
const APPEND: readonly Right[] = ["SELECT", "INSERT"];
const ALL: readonly Right[] = ["SELECT", "INSERT", "UPDATE", "DELETE"];

/** What the server's role may do to each table; a table that is not here is closed to it. */
export const APP_RIGHTS: Readonly<Record<keyof Database, readonly Right[]>> = {
  incarnation: READ,
  tenants: ["SELECT", "INSERT", "UPDATE"],
  staff: ["SELECT", "INSERT", "UPDATE"],
  totp_factors: ALL,
  recovery_codes: ALL,
  passkeys: ALL,
  pending_sign_ins: ALL,
  spent_challenges: ALL,
  oidc_identities: ALL,
  invitations: ALL,
  password_resets: ALL,
  counted_tries: ALL,
  operators: ALL,
  api_keys: ["SELECT", "INSERT", "UPDATE"],
  shops: ["SELECT", "INSERT", "UPDATE"],
  services: ["SELECT", "INSERT", "UPDATE"],
  queues: ["SELECT", "INSERT", "UPDATE"],
  counters: ["SELECT", "INSERT", "UPDATE"],
  displays: ["SELECT", "INSERT", "UPDATE"],
  devices: ALL,
  device_pairings: ALL,
  tickets: ["SELECT", "INSERT", "UPDATE"],
  // Erased when their time has come.
  visitors: ALL,
  events: APPEND,
  command_answers: ALL,
  shop_days: APPEND,
  wait_days: ["SELECT", "INSERT", "UPDATE"],
  wait_forecasts: ["SELECT", "INSERT", "DELETE"],
  providers: ["SELECT", "INSERT", "UPDATE"],
  // Holds that were let go are deleted.
  appointments: ALL,
  // Erased when their time has come.
  bookers: ALL,
  calendar_feeds: ALL,
  waiting_list: ALL,
  waiting_cursors: ALL,
  // Written by the functions that keep the chain whole.
  audit_log: READ,
  audit_heads: READ,
  privacy_runs: ALL,
  socket_tickets: ["SELECT", "INSERT", "DELETE"],
  webhooks: ALL,
  webhook_cursors: ALL,
  webhook_deliveries: ["SELECT", "INSERT", "DELETE"],
  message_settings: ALL,
  message_templates: ALL,
  sms_providers: ALL,
  message_cursors: ["SELECT", "INSERT", "UPDATE"],
  messages: ALL,
  message_spend: ["SELECT", "INSERT", "UPDATE"],
  push_subscriptions: ALL,
  push_keys: ALL,
  signing_keys: ALL,
  settings: ALL,
};
