import { type JWTPayload, jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import type { KeyRing } from "../key-ring.ts";

/** What an access token is derived from, and dies with. */
export type TokenSource =
  | { readonly kind: "session"; readonly id: string }
  | { readonly kind: "integration"; readonly id: string };

/** Short-lived signed tokens (JWT) for the API and the sockets. */
export interface AccessTokens {
  issue(source: TokenSource): Promise<{ readonly token: string; readonly expiresInSeconds: number }>;
  /** What a valid token was derived from; null for any other. Whether the source still holds is for the caller to ask. */
  read(token: string): Promise<TokenSource | null>;
}

export const ACCESS_TOKEN_SECONDS = 600;

const ISSUER = "callnext";
const AUDIENCE = "callnext-api";
/** Nodes' clocks may differ by this. */
const TOLERANCE_SECONDS = 5;
const ALGORITHM = "HS256";
const PURPOSE = "access-token";

/** Three parts, the first of them an object: no other token looks like it. */
const FORM = /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/;

const Claims = z.union([z.object({ sid: z.string().min(1).max(200) }), z.object({ key: z.uuid() })]);

export function isAccessToken(token: string): boolean {
  return FORM.test(token);
}

export function createAccessTokens(
  keys: Pick<KeyRing, "current" | "accepted">,
  now: () => number,
): AccessTokens {
  return {
    async issue(source) {
      const { current } = keys;
      const at = Math.floor(now() / 1000);
      const claims = source.kind === "session" ? { sid: source.id } : { key: source.id };
      const token = await new SignJWT(claims)
        .setProtectedHeader({ alg: ALGORITHM, typ: "at+jwt", kid: current.id })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt(at)
        .setNotBefore(at)
        .setExpirationTime(at + ACCESS_TOKEN_SECONDS)
        .sign(current.derive(PURPOSE));
      return { token, expiresInSeconds: ACCESS_TOKEN_SECONDS };
    },
    async read(token) {
      const payload = await verified(token, keys, now());
      const claims = Claims.safeParse(payload);
      if (!claims.success) return null;
      return "sid" in claims.data
        ? { kind: "session", id: claims.data.sid }
        : { kind: "integration", id: claims.data.key };
    },
  };
}

async function verified(
  token: string,
  keys: Pick<KeyRing, "accepted">,
  now: number,
): Promise<JWTPayload | null> {
  try {
    const { payload } = await jwtVerify(
      token,
      ({ kid }) => {
        const key = keys.accepted.find(({ id }) => id === kid);
        if (key === undefined) throw new Error("signed by no key of ours");
        return key.derive(PURPOSE);
      },
      {
        algorithms: [ALGORITHM],
        typ: "at+jwt",
        issuer: ISSUER,
        audience: AUDIENCE,
        clockTolerance: TOLERANCE_SECONDS,
        maxTokenAge: ACCESS_TOKEN_SECONDS,
        requiredClaims: ["exp", "nbf", "iat"],
        currentDate: new Date(now),
      },
    );
    return payload;
  } catch {
    // Whatever is wrong with it, it lets nobody in; which of the reasons it is, is not for strangers.
    return null;
  }
}
