import { Secret, TOTP } from "otpauth";

/** What every authenticator app can do; apps ignore other settings without a word. */
const SETTINGS = { algorithm: "SHA1", digits: 6, period: 30 } as const;
/** Of RFC 4226: as long as the hash. */
export const TOTP_SECRET_BYTES = 20;
/** Clocks may be apart by one step, 30 s, either way. */
const WINDOW = 1;

/** What an account's secret is sealed for. */
export function totpPurpose(userId: string): string {
  return `totp:${userId}`;
}

export function totpSecret(random: Uint8Array<ArrayBuffer>): string {
  return new Secret({ buffer: random.buffer }).base32;
}

/** What the QR code says: the `otpauth://` address of the secret, as apps show it in their lists. */
export function totpAddress(secret: string, account: string, server: string): string {
  return new TOTP({
    ...SETTINGS,
    issuer: server,
    label: account,
    secret: Secret.fromBase32(secret),
  }).toString();
}

/** The time step that this code belongs to, of those that count now; null: the code is wrong. */
export function stepOfCode(secret: string, code: string, nowMs: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const totp = new TOTP({ ...SETTINGS, secret: Secret.fromBase32(secret) });
  const delta = totp.validate({ token: code, timestamp: nowMs, window: WINDOW });
  return delta === null ? null : totp.counter({ timestamp: nowMs }) + delta;
}
