import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
} from "openid-client";
import type { Challenges } from "../factors/challenges.ts";

/** What this browser has begun; kept in its own sealed cookie. */
export interface OidcAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where to go afterwards. */
  readonly then: string | null;
}

export interface OidcPerson {
  readonly issuer: string;
  readonly subject: string;
  /** Only where the provider has verified it. */
  readonly email: string | null;
}

export interface OidcFlow {
  begin(then: string | null): Promise<{ readonly address: string; readonly attempt: OidcAttempt }>;
  /** Who came back to `current`; rejects where anything about it is not right, or no answer comes. */
  finish(current: URL, attempt: OidcAttempt): Promise<OidcPerson>;
}

const PURPOSE = "oidc";

export function createOidcFlow(
  provider: () => Promise<Configuration>,
  challenges: Challenges,
  redirectUri: string,
): OidcFlow {
  return {
    async begin(then) {
      const config = await provider();
      const attempt = {
        state: challenges.issue(PURPOSE),
        nonce: randomNonce(),
        verifier: randomPKCECodeVerifier(),
        then,
      };
      const address = buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        response_type: "code",
        scope: "openid email",
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: "S256",
      });
      return { address: address.href, attempt };
    },
    async finish(current, { state, nonce, verifier }) {
      if (!(await challenges.spend(PURPOSE, state))) throw new Error("this sign-in is over, or was used");
      const config = await provider();
      const tokens = await authorizationCodeGrant(config, current, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error("the provider gave no ID token");
      const facts =
        claims["email"] === undefined ? await fetchUserInfo(config, tokens.access_token, claims.sub) : claims;
      const { email, email_verified: verified } = facts;
      return {
        issuer: claims.iss,
        subject: claims.sub,
        email: typeof email === "string" && verified === true ? email.toLowerCase() : null,
      };
    },
  };
}
