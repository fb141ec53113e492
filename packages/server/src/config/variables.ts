import { isIP } from "node:net";
import { z } from "zod";
import { isRedisUrl } from "./is-redis-url.ts";

const LONGEST_VALUE = 2_000;

const text = z.string().trim().max(LONGEST_VALUE);

function url(protocols: readonly string[], what: string) {
  return text.refine((value) => {
    const parsed = URL.parse(value);
    return parsed !== null && protocols.includes(parsed.protocol) && parsed.hostname !== "";
  }, `must be ${what}`);
}

function isOrigin(value: string): boolean {
  const parsed = URL.parse(value);
  return parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.origin === value;
}

function isProxy(value: string): boolean {
  const [address = "", bits, ...rest] = value.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/** What goes there in the clear could be read and answered by anybody on the way. */
function isIssuer(value: string): boolean {
  const parsed = URL.parse(value);
  if (parsed === null || parsed.search !== "" || parsed.hash !== "") return false;
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(parsed.hostname);
  return parsed.protocol === "https:" || (parsed.protocol === "http:" && isHere);
}

function list(check: (value: string) => boolean, what: string) {
  return text
    .transform((value) =>
      value
        .split(",")
        .map((part) => part.trim())
        .filter((part) => part !== ""),
    )
    .refine((values) => values.every(check), `must be ${what}, separated by commas`);
}

const flag = z.enum(["0", "1"], "must be 0 or 1").transform((value) => value === "1");

/** Every variable the server knows; an empty value counts as unset. */
export const VARIABLES = {
  NODE_ENV: z.enum(["production", "development", "test"], "must be production, development or test"),
  PORT: text
    .refine(
      (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535,
      "must be a port number, 0 to 65535",
    )
    .transform(Number),
  HOST: text.refine((value) => /^[A-Za-z0-9.:_-]+$/.test(value), "must be an address or a host name"),
  DATABASE_URL: url(["postgres:", "postgresql:"], "a URL like postgres://user:password@host:5432/name"),
  DATABASE_OWNER_URL: url(
    ["postgres:", "postgresql:"],
    "a URL like postgres://owner:password@host:5432/name",
  ),
  CALLNEXT_DATA_DIR: text,
  CALLNEXT_BACKUP_DIR: text,
  CALLNEXT_BACKUP_KEEP: text
    .refine((value) => /^\d{1,4}$/.test(value) && Number(value) >= 1, "must be a number, 1 to 9999")
    .transform(Number),
  REDIS_URL: text.refine(isRedisUrl, "must be a URL like redis://user:password@host:6379/0"),
  CALLNEXT_PUBLIC_URL: text
    .transform((value) => value.replace(/\/$/, ""))
    .refine(isOrigin, "must be an origin like https://queue.example, without a path"),
  CALLNEXT_ALLOWED_ORIGINS: list(isOrigin, "exact origins like https://queue.example"),
  CALLNEXT_OUTBOUND_ORIGINS: list(isOrigin, "exact origins like http://10.0.0.7:8080"),
  CALLNEXT_TRUSTED_PROXIES: list(isProxy, "addresses or ranges like 10.0.0.0/8"),
  CALLNEXT_SECRET: z.string().min(8, "must have at least 8 characters").max(LONGEST_VALUE),
  CALLNEXT_SECRET_PREVIOUS: z.string().min(8, "must have at least 8 characters").max(LONGEST_VALUE),
  CALLNEXT_METRICS_TOKEN: z.string().min(6, "must have at least 6 characters").max(LONGEST_VALUE),
  CALLNEXT_DEMO: flag,
  CALLNEXT_DEMO_PASSWORD: z.string().min(1).max(128),
  CALLNEXT_RATE_LIMITS: z.enum(["on", "off"], "must be on or off").transform((value) => value === "on"),
  CALLNEXT_SMTP_URL: url(["smtp:", "smtps:"], "a URL like smtps://user:password@mail.example:465"),
  CALLNEXT_MAIL_FROM: text.refine(
    (value) => /^(?:[^<>",\r\n]+ <[^\s<>",@]+@[^\s<>",@]+>|[^\s<>",@]+@[^\s<>",@]+)$/.test(value),
    "must be an address like Callnext <queue@example.org>",
  ),
  CALLNEXT_OIDC_ISSUER: text.refine(
    isIssuer,
    "must be the provider's address, like https://login.example; http is for this machine only",
  ),
  CALLNEXT_OIDC_CLIENT_ID: z.string().min(1).max(LONGEST_VALUE),
  CALLNEXT_OIDC_CLIENT_SECRET: z.string().min(1).max(LONGEST_VALUE),
  CALLNEXT_OIDC_NAME: text.max(40, "must have at most 40 characters"),
  NEXT_PUBLIC_WS_URL: url(["ws:", "wss:"], "a URL like wss://queue.example"),
} as const;
