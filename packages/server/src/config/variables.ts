import { isIP } from "node:net";
import { z } from "zod";

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
  CALLNEXT_DATA_DIR: text,
  REDIS_URL: url(["redis:", "rediss:"], "a URL like redis://host:6379"),
  CALLNEXT_PUBLIC_URL: text
    .transform((value) => value.replace(/\/$/, ""))
    .refine(isOrigin, "must be an origin like https://queue.example, without a path"),
  CALLNEXT_ALLOWED_ORIGINS: list(isOrigin, "exact origins like https://queue.example"),
  CALLNEXT_TRUSTED_PROXIES: list(isProxy, "addresses or ranges like 10.0.0.0/8"),
  CALLNEXT_SECRET: z.string().min(8, "must have at least 8 characters").max(LONGEST_VALUE),
  CALLNEXT_METRICS_TOKEN: z.string().min(6, "must have at least 6 characters").max(LONGEST_VALUE),
  CALLNEXT_DEMO: flag,
  CALLNEXT_DEMO_PASSWORD: z.string().min(1).max(128),
  CALLNEXT_RATE_LIMITS: z.enum(["on", "off"], "must be on or off").transform((value) => value === "on"),
  NEXT_PUBLIC_WS_URL: url(["ws:", "wss:"], "a URL like wss://queue.example"),
} as const;
