import { resolve } from "node:path";
import { z } from "zod";
import type { Config, ConfigResult } from "./config.ts";
import { VARIABLES } from "./variables.ts";

const variables = z.object(VARIABLES).partial();

/** Checks an environment and makes the server's config of it. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigResult {
  const stranger = Object.keys(environment).find(
    (name) => name.startsWith("CALLNEXT_") && !(name in VARIABLES),
  );
  if (stranger !== undefined) return { ok: false, message: `${stranger} is not a variable of Callnext` };

  const given = Object.fromEntries(
    Object.keys(VARIABLES).flatMap((name) => {
      const value = environment[name];
      return value === undefined || value.trim() === "" ? [] : [[name, value]];
    }),
  );
  const parsed = variables.safeParse(given);
  if (!parsed.success) return { ok: false, message: firstProblem(parsed.error) };

  const value = parsed.data;
  const production = value.NODE_ENV === "production";
  if (production && value.CALLNEXT_RATE_LIMITS === false)
    return { ok: false, message: "CALLNEXT_RATE_LIMITS must be on in production" };
  const config: Config = {
    production,
    port: value.PORT ?? 8000,
    host: value.HOST ?? null,
    databaseUrl: value.DATABASE_URL ?? null,
    dataDir: resolve(value.CALLNEXT_DATA_DIR ?? "./data"),
    redisUrl: value.REDIS_URL ?? null,
    publicUrl: value.CALLNEXT_PUBLIC_URL ?? null,
    allowedOrigins: Object.freeze(value.CALLNEXT_ALLOWED_ORIGINS ?? []),
    trustedProxies: Object.freeze(value.CALLNEXT_TRUSTED_PROXIES ?? []),
    secret: value.CALLNEXT_SECRET ?? null,
    metricsToken: value.CALLNEXT_METRICS_TOKEN ?? null,
    demo: value.CALLNEXT_DEMO ?? !production,
    demoPassword: value.CALLNEXT_DEMO_PASSWORD ?? null,
    rateLimits: value.CALLNEXT_RATE_LIMITS ?? true,
    webSocketUrl: value.NEXT_PUBLIC_WS_URL ?? null,
  };
  return { ok: true, config: Object.freeze(config) };
}

/** Never the value itself: it may be a secret. */
function firstProblem(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) throw new Error("a failed parse has an issue");
  return `${issue.path.join(".")} ${issue.message}`;
}
