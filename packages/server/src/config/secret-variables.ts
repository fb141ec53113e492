import type { VARIABLES } from "./variables.ts";

/**
 * Those that may hold a secret. Each may be given as a file instead, by its name with `_FILE` behind: what is in the
 * environment shows in process lists, crash reports and `docker inspect`.
 */
export const SECRET_VARIABLES = [
  "DATABASE_URL",
  "DATABASE_OWNER_URL",
  "REDIS_URL",
  "CALLNEXT_SECRET",
  "CALLNEXT_SECRET_PREVIOUS",
  "CALLNEXT_METRICS_TOKEN",
  "CALLNEXT_SMTP_URL",
  "CALLNEXT_OIDC_CLIENT_SECRET",
  "CALLNEXT_DEMO_PASSWORD",
] as const satisfies readonly (keyof typeof VARIABLES)[];
