import { isSupportedCountry } from "libphonenumber-js";
import { mayBeTarget, type OutboundRules } from "../../outbound/guarded-post.ts";
import type { SmsProvider } from "./sms-provider.ts";

export interface ProviderProblem {
  readonly field: keyof SmsProvider;
  readonly detail: string;
}

const HEADER = /^[A-Za-z0-9-]{1,60}$/;
const HEADER_VALUE = /^[\x20-\x7E]{0,500}$/;
/** They belong to the connection, not to whoever types the form. */
const KEPT_HEADERS = new Set([
  "host",
  "connection",
  "content-length",
  "content-type",
  "transfer-encoding",
  "expect",
  "upgrade",
  "te",
  "trailer",
  "proxy-authorization",
  "proxy-connection",
  "cookie",
]);

/** The first thing that is wrong with a provider as it was typed, or null. */
export function providerProblem(
  provider: SmsProvider,
  rules: Pick<OutboundRules, "allowedOrigins">,
): ProviderProblem | null {
  if (!mayBeTarget(provider.url, rules))
    return { field: "url", detail: "must be an https address on the public internet" };
  if (!isSupportedCountry(provider.country))
    return { field: "country", detail: "must be a country's two letters, like SN" };
  for (const [name, value] of Object.entries(provider.headers))
    if (!HEADER.test(name) || KEPT_HEADERS.has(name.toLowerCase()) || !HEADER_VALUE.test(value))
      return { field: "headers", detail: `must not set the header ${name}, or not to that` };
  const texts = textsOf(provider);
  if (texts === null) return { field: "body", detail: "must be JSON" };
  const all = texts.join("\n");
  if (!/\{to(?:_digits)?\}/.test(all) || !all.includes("{text}"))
    return { field: "body", detail: "must name {to} (or {to_digits}) and {text}" };
  return null;
}

/** The values that are filled in; null where it cannot be read. */
function textsOf({ format, body }: SmsProvider): readonly string[] | null {
  if (format === "form") return [...new URLSearchParams(body).values()];
  try {
    const texts: string[] = [];
    JSON.parse(body, (_name, value: unknown) => {
      if (typeof value === "string") texts.push(value);
      return value;
    });
    return texts;
  } catch {
    return null;
  }
}
