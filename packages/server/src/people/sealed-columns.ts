import { pushPurpose } from "../messages/push/push-address.ts";
import { pushKeyPurpose } from "../messages/push/push-keys.ts";
import { smsProviderPurpose } from "../messages/sms/sms-provider.ts";
import { webhookPurpose } from "../webhooks/webhook-secret.ts";
import { totpPurpose } from "./factors/totp.ts";

/** A column that holds sealed texts (people/seal.ts), or null. */
export interface SealedColumn {
  /** With its schema where that is not `public`. */
  readonly table: string;
  /** Names the row; given to `purpose` as text. */
  readonly id: string;
  readonly column: string;
  /** What the row's text was sealed for. */
  readonly purpose: (id: string) => string;
}

/** Every one there is: a key is retired only after these are sealed anew. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: "totp_factors", id: "user_id", column: "sealed", purpose: totpPurpose },
  { table: "webhooks", id: "id", column: "sealed", purpose: webhookPurpose },
  { table: "sms_providers", id: "id", column: "sealed", purpose: smsProviderPurpose },
  { table: "push_subscriptions", id: "id", column: "sealed", purpose: pushPurpose },
  { table: "push_keys", id: "id", column: "sealed", purpose: pushKeyPurpose },
];
