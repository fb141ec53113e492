import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
} from "openid-client";
import type { OidcConfig } from "../../config/config.ts";

/** Of each single question to the provider. */
const ANSWER_WITHIN_SECONDS = 5;
/** Providers change their addresses and keys in months. */
const FRESH_MS = 3_600_000;

/** What the provider says of itself, asked when it is first needed: it may be down while the server starts. */
export function oidcProvider(config: OidcConfig, now: () => number): () => Promise<Configuration> {
  let known: { readonly found: Promise<Configuration>; readonly until: number } | null = null;
  return () => {
    if (known !== null && known.until > now()) return known.found;
    const found = discover(config);
    const mine = { found, until: now() + FRESH_MS };
    known = mine;
    found.catch(() => {
      if (known === mine) known = null;
    });
    return found;
  };
}

async function discover({ issuer, clientId, clientSecret }: OidcConfig): Promise<Configuration> {
  // The settings let plain http through for this machine's own addresses only.
  const insecure = issuer.startsWith("http:") ? [allowInsecureRequests] : [];
  return await discovery(new URL(issuer), clientId, undefined, secretAuth(clientSecret), {
    timeout: ANSWER_WITHIN_SECONDS,
    execute: [...insecure, enableNonRepudiationChecks],
  });
}

/** As the standard has it where the provider takes that, else in the form's body. */
function secretAuth(secret: string): ClientAuth {
  const basic = ClientSecretBasic(secret);
  const post = ClientSecretPost(secret);
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    (methods.includes("client_secret_basic") ? basic : post)(server, ...rest);
  };
}
