import type { Config } from "../config/config.ts";

/**
 * True where a page of `origin` may act with a visitor's or agent's cookie: the own origin
 * (the public URL, or the very host that was asked) or one of the exact origins allowed.
 */
export function isAllowedOrigin(
  origin: string,
  host: string | undefined,
  config: Pick<Config, "publicUrl" | "allowedOrigins">,
): boolean {
  if (origin === config.publicUrl || config.allowedOrigins.includes(origin)) return true;
  const parsed = URL.parse(origin);
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.origin !== origin) return false;
  // Browsers leave the default port out of both Origin and Host, so the two agree as they stand.
  return host !== undefined && parsed.host === host.toLowerCase();
}
