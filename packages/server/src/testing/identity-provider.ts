import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { decodeJwt, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { Provider } from "oidc-provider";

export interface ProvidedPerson {
  readonly subject: string;
  readonly email: string;
  readonly verified: boolean;
}

/** A real OpenID Connect provider on this machine, which takes everybody for the person that the test names. */
export interface IdentityProvider extends AsyncDisposable {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  person: ProvidedPerson;
  /** Changes what its ID tokens say, signed by its own key or by a stranger's. */
  tamper: ((claims: JWTPayload) => JWTPayload) | null;
  stranger: boolean;
}

export async function startIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const stranger = await generateKeyPair("RS256");
  const client = { clientId: "callnext", clientSecret: randomBytes(24).toString("base64url") };
  const idp: IdentityProvider = {
    issuer,
    ...client,
    person: { subject: "nobody", email: "nobody@elsewhere.example", verified: true },
    tamper: null,
    stranger: false,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  const jwk = { ...(await exportJWK(privateKey)), kid: "test", use: "sig", alg: "RS256" };
  const provider = new Provider(issuer, settings(idp, redirectUri, jwk));
  provider.use(async (context, next) => {
    await next();
    const body = context.body as { id_token?: string } | undefined;
    if (context.path !== "/token" || body?.id_token === undefined) return;
    if (idp.tamper === null && !idp.stranger) return;
    const claims = (idp.tamper ?? ((same) => same))(decodeJwt(body.id_token));
    const signed = new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "test" });
    body.id_token = await signed.sign(idp.stranger ? stranger.privateKey : privateKey);
  });
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (request.url?.startsWith("/interaction/") !== true) {
      void answer(request, response);
      return;
    }
    const login = { login: { accountId: idp.person.subject } };
    void provider.interactionFinished(request, response, login);
  });
  return idp;
}

function settings(
  idp: IdentityProvider,
  redirectUri: string,
  jwk: object,
): ConstructorParameters<typeof Provider>[1] {
  return {
    jwks: { keys: [jwk] },
    cookies: { keys: [randomBytes(16).toString("hex")] },
    clients: [{ client_id: idp.clientId, client_secret: idp.clientSecret, redirect_uris: [redirectUri] }],
    pkce: { required: () => true },
    ttl: { Interaction: 60, Grant: 60, Session: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, email: idp.person.email, email_verified: idp.person.verified }),
    }),
    async loadExistingGrant(context) {
      const { client, session, provider } = context.oidc;
      const grant = new provider.Grant({
        ...(client === undefined ? {} : { clientId: client.clientId }),
        ...(session?.accountId === undefined ? {} : { accountId: session.accountId }),
      });
      grant.addOIDCScope("openid email");
      await grant.save();
      return grant;
    },
  };
}
