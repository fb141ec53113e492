import { resolve } from "node:path";
import { z } from "zod";
import type { Config, ConfigResult } from "./config.ts";
import { oidcConfig } from "./oidc-config.ts";
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
  if (value.DATABASE_OWNER_URL !== undefined && value.DATABASE_URL === undefined)
    return { ok: false, message: "DATABASE_URL must be set beside DATABASE_OWNER_URL" };
  const mail = mailProblem(value.CALLNEXT_SMTP_URL, value.CALLNEXT_MAIL_FROM, value.CALLNEXT_PUBLIC_URL);
  if (mail !== null) return { ok: false, message: mail };
  const oidc = oidcConfig(value);
  if (typeof oidc === "string") return { ok: false, message: oidc };
  const config: Config = {
    production,
    port: value.PORT ?? 8000,
    host: value.HOST ?? null,
    databaseUrl: value.DATABASE_URL ?? null,
    databaseOwnerUrl: value.DATABASE_OWNER_URL ?? null,
    dataDir: resolve(value.CALLNEXT_DATA_DIR ?? "./data"),
    backupDir: value.CALLNEXT_BACKUP_DIR === undefined ? null : resolve(value.CALLNEXT_BACKUP_DIR),
    backupsKept: value.CALLNEXT_BACKUP_KEEP ?? 14,
    redisUrl: value.REDIS_URL ?? null,
    publicUrl: value.CALLNEXT_PUBLIC_URL ?? null,
    allowedOrigins: Object.freeze(value.CALLNEXT_ALLOWED_ORIGINS ?? []),
    outboundOrigins: Object.freeze(value.CALLNEXT_OUTBOUND_ORIGINS ?? []),
    trustedProxies: Object.freeze(value.CALLNEXT_TRUSTED_PROXIES ?? []),
    secret: value.CALLNEXT_SECRET ?? null,
    previousSecret: value.CALLNEXT_SECRET_PREVIOUS ?? null,
    metricsToken: value.CALLNEXT_METRICS_TOKEN ?? null,
    demo: value.CALLNEXT_DEMO ?? !production,
    demoPassword: value.CALLNEXT_DEMO_PASSWORD ?? null,
    rateLimits: value.CALLNEXT_RATE_LIMITS ?? true,
    smtpUrl: value.CALLNEXT_SMTP_URL ?? null,
    mailFrom: value.CALLNEXT_MAIL_FROM ?? null,
    oidc,
    webSocketUrl: value.NEXT_PUBLIC_WS_URL ?? null,
  };
  return { ok: true, config: Object.freeze(config) };
}

/** Links in mails must lead to a name that the server was told: the one that was asked may be somebody else's. */
function mailProblem(smtp?: string, from?: string, publicUrl?: string): string | null {
  if (smtp === undefined) return null;
  if (from === undefined) return "CALLNEXT_MAIL_FROM must be set beside CALLNEXT_SMTP_URL";
  if (publicUrl === undefined) return "CALLNEXT_PUBLIC_URL must be set beside CALLNEXT_SMTP_URL";
  return null;
}

/** Never the value itself: it may be a secret. */
function firstProblem(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) throw new Error("a failed parse has an issue");
  return `${issue.path.join(".")} ${issue.message}`;
}
