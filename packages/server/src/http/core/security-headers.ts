import type { Config } from "../../config/config.ts";

/** The style elements that react-aria puts into a page (pressable, no scroll behind a dialog), by their hashes. */
const REACT_ARIA_STYLES = [
  "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='",
];

/** What every answer carries; pages add their content policy. */
export const COMMON_HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
} as const;

/** Host as a browser writes it; anything else must not reach a header. */
const HOST = /^[\w.:[\]-]{1,255}$/;

/** Pages run our own scripts and styles only. Old browsers read 'self' without sockets, so those are named. */
export function contentSecurityPolicy(config: Pick<Config, "webSocketUrl">, host: string): string {
  const own = HOST.test(host) ? [`ws://${host}`, `wss://${host}`] : [];
  const elsewhere = config.webSocketUrl === null ? [] : [socketOrigin(config.webSocketUrl)];
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${["'self'", ...REACT_ARIA_STYLES].join(" ")}`,
    `connect-src ${["'self'", ...own, ...elsewhere].join(" ")}`,
    // Administrators name logos, background pictures and videos by address.
    "img-src 'self' data: https:",
    "media-src 'self' https:",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join("; ");
}

function socketOrigin(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
