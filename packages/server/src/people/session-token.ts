import type { Config } from "../config/config.ts";

type Place = Pick<Config, "publicUrl">;

/** Whether people reach this server over TLS, by its own knowledge and not by what a request says. */
export function isSecure({ publicUrl }: Place): boolean {
  return publicUrl?.startsWith("https:") === true;
}

/** Behind TLS its name keeps other hosts of the same domain, and plain http, from planting one. */
export function sessionCookie(place: Place): string {
  return isSecure(place) ? "__Host-callnext_session" : "callnext_session";
}

/** The longest are signed access tokens. */
const TOKEN = /^[\w~+/.-]{16,1000}=*$/;

/** The session token of a request's headers, with how it came: a cookie's rights depend on the origin, a header's do not. */
export function sessionToken(
  headers: {
    readonly cookie?: string | null | undefined;
    readonly authorization?: string | null | undefined;
  },
  place: Place,
): { readonly token: string; readonly via: "cookie" | "header" } | null {
  const bearer = /^(?:Bearer|Device)\s+(\S+)$/i.exec(headers.authorization ?? "")?.[1];
  if (bearer !== undefined) return TOKEN.test(bearer) ? { token: bearer, via: "header" } : null;
  const token = cookieValue(headers.cookie ?? "", sessionCookie(place));
  return token !== undefined && TOKEN.test(token) ? { token, via: "cookie" } : null;
}

export function cookieValue(header: string, name: string): string | undefined {
  for (const part of header.split(";")) {
    const [key, ...rest] = part.split("=");
    if (key?.trim() === name) return rest.join("=").trim();
  }
  return undefined;
}
