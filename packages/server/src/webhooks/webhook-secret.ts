import { createHmac, randomBytes } from "node:crypto";

const PREFIX = "whsec_";
const SECRET_BYTES = 32;

export function newWebhookSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString("base64url");
}

/** For what a webhook's secret is sealed. */
export function webhookPurpose(webhookId: string): string {
  return `webhook:${webhookId}`;
}

/** `t=<seconds>,v1=<hex>`: HMAC-SHA256 over the seconds, a full stop and the body, so that nobody sends an old one again. */
export function signatureOf(secret: string, seconds: number, body: string): string {
  const mac = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return `t=${seconds},v1=${mac}`;
}
