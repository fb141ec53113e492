import { describe, expect, test } from "vitest";
import { readConfig } from "./read-config.ts";

function refusal(environment: Record<string, string>): string {
  const result = readConfig(environment);
  return result.ok ? "accepted" : result.message;
}

describe("readConfig", () => {
  test("an empty environment gives the documented defaults", () => {
    const result = readConfig({});
    if (!result.ok) throw new Error(result.message);
    expect(result.config).toMatchObject({
      port: 8000,
      host: null,
      databaseUrl: null,
      demo: true,
      rateLimits: true,
      production: false,
    });
    expect(Object.isFrozen(result.config)).toBe(true);
  });

  test("in production the demo is off unless asked for", () => {
    const off = readConfig({ NODE_ENV: "production" });
    const on = readConfig({ NODE_ENV: "production", CALLNEXT_DEMO: "1" });
    expect(off.ok && off.config.demo).toBe(false);
    expect(on.ok && on.config.demo).toBe(true);
  });

  test("an empty value counts as unset", () => {
    expect(readConfig({ DATABASE_URL: "", PORT: "" })).toMatchObject({ ok: true, config: { port: 8000 } });
  });

  test.each([
    [{ CALLNEXT_DEMMO: "1" }, "CALLNEXT_DEMMO is not a variable of Callnext"],
    [{ PORT: "80000" }, "PORT must be a port number"],
    [{ PORT: "abc" }, "PORT must be a port number"],
    [{ DATABASE_URL: "mysql://x/y" }, "DATABASE_URL must be a URL like postgres://"],
    [{ DATABASE_URL: "nonsense" }, "DATABASE_URL must be"],
    [{ DATABASE_OWNER_URL: "mysql://x/y" }, "DATABASE_OWNER_URL must be a URL like postgres://"],
    [{ DATABASE_OWNER_URL: "postgres://x/y" }, "DATABASE_URL must be set beside DATABASE_OWNER_URL"],
    [{ REDIS_URL: "http://x" }, "REDIS_URL must be"],
    [{ REDIS_URL: "redis://x/hints" }, "REDIS_URL must be"],
    [{ REDIS_URL: "redis://:50%_off@x" }, "REDIS_URL must be"],
    [{ CALLNEXT_PUBLIC_URL: "queue.example" }, "CALLNEXT_PUBLIC_URL must be an origin"],
    [{ CALLNEXT_PUBLIC_URL: "https://queue.example/path" }, "CALLNEXT_PUBLIC_URL must be an origin"],
    [{ CALLNEXT_ALLOWED_ORIGINS: "*" }, "CALLNEXT_ALLOWED_ORIGINS must be exact origins"],
    [{ CALLNEXT_TRUSTED_PROXIES: "10.0.0.0/99" }, "CALLNEXT_TRUSTED_PROXIES must be addresses"],
    [{ CALLNEXT_DEMO: "yes" }, "CALLNEXT_DEMO must be 0 or 1"],
    [{ CALLNEXT_SECRET_PREVIOUS: "short" }, "CALLNEXT_SECRET_PREVIOUS must have at least 8 characters"],
    [{ CALLNEXT_BACKUP_KEEP: "0" }, "CALLNEXT_BACKUP_KEEP must be a number, 1 to 9999"],
    [{ CALLNEXT_SECRET: "short" }, "CALLNEXT_SECRET must have at least 8 characters"],
    [{ CALLNEXT_RATE_LIMITS: "no" }, "CALLNEXT_RATE_LIMITS must be on or off"],
    [
      { CALLNEXT_RATE_LIMITS: "off", NODE_ENV: "production" },
      "CALLNEXT_RATE_LIMITS must be on in production",
    ],
    [{ NEXT_PUBLIC_WS_URL: "https://x" }, "NEXT_PUBLIC_WS_URL must be"],
    [{ CALLNEXT_SMTP_URL: "https://mail.example" }, "CALLNEXT_SMTP_URL must be a URL like smtps://"],
    [{ CALLNEXT_MAIL_FROM: "nobody" }, "CALLNEXT_MAIL_FROM must be an address like"],
    [{ CALLNEXT_MAIL_FROM: "a@b.example, c@d.example" }, "CALLNEXT_MAIL_FROM must be an address like"],
    [{ CALLNEXT_SMTP_URL: "smtp://mail.example" }, "CALLNEXT_MAIL_FROM must be set"],
    [
      { CALLNEXT_SMTP_URL: "smtp://mail.example", CALLNEXT_MAIL_FROM: "Q <q@a.example>" },
      "CALLNEXT_PUBLIC_URL must be set",
    ],
    [{ CALLNEXT_OIDC_ISSUER: "http://login.example" }, "CALLNEXT_OIDC_ISSUER must be the provider's address"],
    [
      { CALLNEXT_OIDC_ISSUER: "https://a.example/?x=1" },
      "CALLNEXT_OIDC_ISSUER must be the provider's address",
    ],
    [{ CALLNEXT_OIDC_ISSUER: "https://login.example" }, "CALLNEXT_OIDC_ISSUER must be set together with"],
    [{ CALLNEXT_OIDC_CLIENT_ID: "callnext" }, "CALLNEXT_OIDC_ISSUER must be set together with"],
    [
      {
        CALLNEXT_OIDC_ISSUER: "https://login.example",
        CALLNEXT_OIDC_CLIENT_ID: "callnext",
        CALLNEXT_OIDC_CLIENT_SECRET: "secret",
      },
      "CALLNEXT_PUBLIC_URL must be set beside CALLNEXT_OIDC_ISSUER",
    ],
    [{ NODE_ENV: "prod" }, "NODE_ENV must be"],
  ])("%j stops the start with one clear line", (environment, message) => {
    const line = refusal(environment);
    expect(line).toContain(message);
    expect(line).not.toContain("\n");
  });
});
