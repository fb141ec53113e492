import type { Config } from "../../config/config.ts";
import type { App } from "./app-types.ts";

/** The style elements that react-aria puts into a page (pressable, no scroll behind a dialog), by their hashes. */
const REACT_ARIA_STYLES = [
  "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='",
];

const YEAR_SECONDS = 31_536_000;
/** For what is no page: opened in a browser it does nothing, and in nobody's frame. */
const INERT = "default-src 'none'; frame-ancestors 'none'";
/** A script's own policy counts where the script is a worker, so scripts get none. */
const DOCUMENT_LIKE = /json|text\/(?:html|plain)|xml|csv|calendar/;

/** What every answer carries; pages bring a content policy of their own. */
export function sendSecurityHeaders(app: App, { publicUrl }: Pick<Config, "publicUrl">): void {
  const common: Readonly<Record<string, string>> = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
    ...(publicUrl?.startsWith("https:") === true
      ? { "strict-transport-security": `max-age=${YEAR_SECONDS}` }
      : {}),
  };
  app.addHook("onSend", async (_request, reply) => {
    void reply.headers(common);
    const isBare = reply.getHeader("content-security-policy") === undefined;
    if (isBare && DOCUMENT_LIKE.test(String(reply.getHeader("content-type") ?? "")))
      void reply.header("content-security-policy", INERT);
  });
}

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
