import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { CHALLENGE_MS, type Challenges } from "./challenges.ts";
import type { PasskeyPlace } from "./passkey-place.ts";
import { MOST_PASSKEYS, type Passkey, type PasskeyRows } from "./passkey-rows.ts";
import { ALGORITHMS, verifyAssertion, verifyAttestation } from "./verify-passkey.ts";

export interface Account {
  readonly userId: string;
  readonly email: string;
  readonly fullName: string;
}

/** Passkeys: kept on the person's own device, unlocked by finger, face or PIN, bound to this server's name. */
export interface Passkeys {
  list(userId: string): Promise<readonly Passkey[]>;
  registrationOptions(account: Account, place: PasskeyPlace): Promise<PublicKeyCredentialCreationOptionsJSON>;
  register(
    userId: string,
    name: string,
    response: RegistrationResponseJSON,
    place: PasskeyPlace,
  ): Promise<Passkey | "passkey-refused" | "too-many-passkeys">;
  /** For anybody's passkey, where `userId` is null; else for those of this account only. */
  signInOptions(userId: string | null, place: PasskeyPlace): Promise<PublicKeyCredentialRequestOptionsJSON>;
  /** Whose passkey answered a challenge of `signInOptions`, asked for the same account; null: refused. */
  verify(
    userId: string | null,
    response: AuthenticationResponseJSON,
    place: PasskeyPlace,
  ): Promise<string | null>;
  rename(userId: string, id: number, name: string): Promise<boolean>;
  remove(userId: string, id: number): Promise<boolean>;
  removeAll(userId: string): Promise<void>;
}

const SERVER_NAME = "Callnext";
const forNew = (userId: string): string => `new-passkey:${userId}`;
const forSignIn = (userId: string | null): string => `passkey:${userId ?? ""}`;

export function createPasskeys(rows: PasskeyRows, challenges: Challenges): Passkeys {
  return {
    ...rows,
    async registrationOptions({ userId, email, fullName }, { rpId }) {
      const known = await rows.credentials(userId);
      return await generateRegistrationOptions({
        rpName: SERVER_NAME,
        rpID: rpId,
        userName: email,
        userDisplayName: fullName,
        userID: new TextEncoder().encode(userId),
        challenge: challenges.issue(forNew(userId)),
        timeout: CHALLENGE_MS,
        attestationType: "none",
        supportedAlgorithmIDs: [...ALGORITHMS],
        excludeCredentials: known.map(described),
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
      });
    },
    async register(userId, name, response, place) {
      const purpose = forNew(userId);
      const found = await verifyAttestation(response, place, (text) => challenges.holds(purpose, text));
      if (found === null || !(await challenges.spend(purpose, found.challenge))) return "passkey-refused";
      if ((await rows.list(userId)).length >= MOST_PASSKEYS) return "too-many-passkeys";
      return (await rows.add(userId, name, found)) ?? "passkey-refused";
    },
    async signInOptions(userId, { rpId }) {
      const known = userId === null ? [] : await rows.credentials(userId);
      return await generateAuthenticationOptions({
        rpID: rpId,
        challenge: challenges.issue(forSignIn(userId)),
        timeout: CHALLENGE_MS,
        allowCredentials: known.map(described),
        userVerification: "required",
      });
    },
    async verify(userId, response, place) {
      const purpose = forSignIn(userId);
      const credential = await rows.find(response.id);
      if (credential === null || (userId !== null && credential.userId !== userId)) return null;
      const found = await verifyAssertion(response, place, credential, (text) =>
        challenges.holds(purpose, text),
      );
      if (found === null || !(await challenges.spend(purpose, found.challenge))) return null;
      return (await rows.used(credential, found.counter)) ? credential.userId : null;
    },
  };
}

function described({ id, transports }: { readonly id: string; readonly transports: readonly string[] }) {
  return { id, transports: [...transports] };
}
