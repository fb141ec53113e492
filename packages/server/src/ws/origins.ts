import type { IncomingMessage } from "node:http";
import { TLSSocket } from "node:tls";

/** The origin a browser shows for a page of this server reached directly, by its Host header. */
export function hostOrigin(request: IncomingMessage): string | null {
  const host = request.headers.host;
  if (host === undefined) return null;
  const scheme = request.socket instanceof TLSSocket ? "https" : "http";
  return `${scheme}://${host}`;
}

/** Exact comparison: nothing is parsed, so no look-alike can be read as something it is not. */
export function originAllowed(origin: string, own: string | null, allowed: ReadonlySet<string>): boolean {
  return origin === own || allowed.has(origin);
}
