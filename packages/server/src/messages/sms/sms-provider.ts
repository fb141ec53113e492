/** How an organisation's SMS leave: a POST to somebody's server. */
export interface SmsProvider {
  /** What people call it. */
  readonly name: string;
  readonly url: string;
  readonly format: "json" | "form";
  /** Values may name `{secret}` and `{secret64}`. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or `field=value&…`; texts in it may name what is in `SMS_HOLES`. */
  readonly body: string;
  /** What stands there as sender. */
  readonly from: string;
  /** ISO 3166 (`SN`): what numbers without a country are taken for. */
  readonly country: string;
}

/** `to`: `+221…`; `to_digits`: the same without the sign; `secret64`: the secret in base64. */
export const SMS_HOLES = ["to", "to_digits", "text", "from", "secret", "secret64"] as const;
export type SmsHole = (typeof SMS_HOLES)[number];

/** For what a provider's secret is sealed. */
export function smsProviderPurpose(id: string): string {
  return `sms-provider:${id}`;
}
