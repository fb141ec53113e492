import { tokenHash } from "./one-use-token.ts";

/** What better-auth's table holds in place of a session's token. */
export function storedToken(token: string): string {
  return tokenHash(token).toString("base64url");
}
