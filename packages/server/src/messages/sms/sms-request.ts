import type { SmsHole, SmsProvider } from "./sms-provider.ts";

export interface Sms {
  /** E.164. */
  readonly to: string;
  readonly text: string;
}

export interface SmsRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type Values = Readonly<Record<SmsHole, string>>;

/** What is put in stays one value of the form or of the JSON, whatever signs are in it. */
export function smsRequest(provider: SmsProvider, secret: string | null, { to, text }: Sms): SmsRequest {
  const values: Values = {
    to,
    to_digits: to.replace(/^\+/, ""),
    text,
    from: provider.from,
    secret: secret ?? "",
    secret64: Buffer.from(secret ?? "").toString("base64"),
  };
  const headers = Object.entries(provider.headers).map(([name, value]) => [
    name.toLowerCase(),
    filled(value, values),
  ]);
  const isJson = provider.format === "json";
  return {
    headers: {
      "user-agent": "Callnext",
      accept: "application/json",
      ...(Object.fromEntries(headers) as Record<string, string>),
      "content-type": isJson ? "application/json" : "application/x-www-form-urlencoded",
    },
    body: isJson
      ? JSON.stringify(withTexts(JSON.parse(provider.body), values))
      : filledForm(provider.body, values),
  };
}

function filled(template: string, values: Values): string {
  return template.replaceAll(/\{(\w+)\}/g, (hole, name: string) =>
    Object.hasOwn(values, name) ? values[name as SmsHole] : hole,
  );
}

function filledForm(template: string, values: Values): string {
  const form = new URLSearchParams(template);
  return new URLSearchParams(
    [...form].map(([name, value]): [string, string] => [name, filled(value, values)]),
  ).toString();
}

function withTexts(value: unknown, values: Values): unknown {
  if (typeof value === "string") return filled(value, values);
  if (Array.isArray(value)) return value.map((part) => withTexts(part, values));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withTexts(part, values)]));
  return value;
}
