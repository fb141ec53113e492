import type { AuthenticationResponseJSON } from "@simplewebauthn/server";
import type { Factors } from "./factors.ts";
import type { PasskeyPlace } from "./passkey-place.ts";

export type FactorProof =
  | { readonly kind: "totp"; readonly code: string }
  | { readonly kind: "recovery-code"; readonly code: string }
  | { readonly kind: "passkey"; readonly response: AuthenticationResponseJSON };

export type ProofOutcome =
  | "right"
  | "code-wrong"
  | "passkey-refused"
  /** Seconds until another code may be tried. */
  | { readonly wait: number };

export interface ProofOptions {
  /** Null: no passkeys here. */
  readonly place: PasskeyPlace | null;
  readonly limited: boolean;
}

/** Checks a second factor of this account, and uses it up. */
export async function proveFactor(
  factors: Factors,
  userId: string,
  proof: FactorProof,
  { place, limited }: ProofOptions,
): Promise<ProofOutcome> {
  switch (proof.kind) {
    case "totp": {
      const wait = limited ? await factors.codeGuard.take(userId) : 0;
      if (wait > 0) return { wait };
      if (!(await factors.totp.fits(userId, proof.code))) return "code-wrong";
      if (limited) await factors.codeGuard.passed(userId);
      return "right";
    }
    // Too long to be guessed: not counted, so that who is locked out by somebody else's guesses still gets in.
    case "recovery-code":
      return (await factors.recovery.use(userId, proof.code)) ? "right" : "code-wrong";
    case "passkey": {
      const owner = place === null ? null : await factors.passkeys.verify(userId, proof.response, place);
      return owner === userId ? "right" : "passkey-refused";
    }
  }
}
