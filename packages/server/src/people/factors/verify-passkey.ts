import {
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { cose } from "@simplewebauthn/server/helpers";
import type { PasskeyPlace } from "./passkey-place.ts";
import type { NewCredential, StoredCredential } from "./passkey-rows.ts";

/** What every authenticator has at least one of: Ed25519, ECDSA on P-256, RSA. */
export const ALGORITHMS: readonly cose.COSEALG[] = [
  cose.COSEALG.EdDSA,
  cose.COSEALG.ES256,
  cose.COSEALG.RS256,
];

/** The library hands challenges over in base64url of what was issued. */
const plain = (challenge: string): string => Buffer.from(challenge, "base64url").toString("utf8");

/** Checks what a browser made of `registrationOptions`; null: it is not what was asked for. */
export async function verifyAttestation(
  response: RegistrationResponseJSON,
  { origin, rpId }: PasskeyPlace,
  holds: (challenge: string) => boolean,
): Promise<(NewCredential & { readonly challenge: string }) | null> {
  const seen = { challenge: "" };
  const result = await orNull(() =>
    verifyRegistrationResponse({
      response,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...ALGORITHMS],
      expectedChallenge: (text) => holds((seen.challenge = plain(text))),
    }),
  );
  if (result?.registrationInfo === undefined) return null;
  const { credential, credentialBackedUp } = result.registrationInfo;
  return {
    id: credential.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: response.response.transports ?? [],
    synced: credentialBackedUp,
    challenge: seen.challenge,
  };
}

/** Checks a signature by a registered passkey, its counter included; null: refused. */
export async function verifyAssertion(
  response: AuthenticationResponseJSON,
  { origin, rpId }: PasskeyPlace,
  { id, publicKey, counter }: StoredCredential,
  holds: (challenge: string) => boolean,
): Promise<{ readonly counter: number; readonly challenge: string } | null> {
  const seen = { challenge: "" };
  const result = await orNull(() =>
    verifyAuthenticationResponse({
      response,
      expectedOrigin: origin,
      expectedRPID: rpId,
      credential: { id, publicKey, counter },
      requireUserVerification: true,
      expectedChallenge: (text) => holds((seen.challenge = plain(text))),
    }),
  );
  return result?.verified === true
    ? { counter: result.authenticationInfo.newCounter, challenge: seen.challenge }
    : null;
}

/** The library throws whatever is wrong with what a stranger sent; here nothing else can fail. */
async function orNull<Result>(check: () => Promise<Result>): Promise<Result | null> {
  try {
    return await check();
  } catch {
    return null;
  }
}
