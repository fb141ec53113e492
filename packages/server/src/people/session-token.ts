export const SESSION_COOKIE = "callnext_session";

const TOKEN = /^[\w~+/.-]{16,200}=*$/;

/** The session token of a request's headers, with how it came: a cookie's rights depend on the origin, a header's do not. */
export function sessionToken(headers: {
  readonly cookie?: string | null | undefined;
  readonly authorization?: string | null | undefined;
}): { readonly token: string; readonly via: "cookie" | "header" } | null {
  const bearer = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? "")?.[1];
  if (bearer !== undefined) return TOKEN.test(bearer) ? { token: bearer, via: "header" } : null;
  const token = cookieValue(headers.cookie ?? "", SESSION_COOKIE);
  return token !== undefined && TOKEN.test(token) ? { token, via: "cookie" } : null;
}

export function cookieValue(header: string, name: string): string | undefined {
  for (const part of header.split(";")) {
    const [key, ...rest] = part.split("=");
    if (key?.trim() === name) return rest.join("=").trim();
  }
  return undefined;
}
