import { z } from "zod";
import { LoginAnswer } from "./auth.ts";
import { line } from "./text.ts";

/** What can complete a sign-in after the password. */
export const FactorKind = z.enum(["totp", "passkey", "recovery-code"]);

export const PendingAnswer = z.object({
  second_factor: z.array(FactorKind).meta({ description: "Any one of these completes the sign-in" }),
  pending: z
    .string()
    .meta({ description: "For `POST /auth/second-factor`: once, at most five tries. It is no session" }),
  expires_in: z.int().meta({ description: "Seconds" }),
});
export type PendingAnswer = z.infer<typeof PendingAnswer>;

/** Signed in; or the first half of it, where the account has a second factor. */
export const SignInAnswer = z.union([LoginAnswer, PendingAnswer]);
export type SignInAnswer = z.infer<typeof SignInAnswer>;

/** What the browser's WebAuthn interface gives, base64url; the longest is an attestation with its certificates. */
const bytes = z.string().min(1).max(16_000);
const CredentialId = z.string().min(1).max(1_400);

/** `PublicKeyCredential.toJSON()` after `navigator.credentials.create`; only what is looked at. */
export const NewPasskey = z.object({
  id: CredentialId,
  rawId: CredentialId,
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z.array(z.string().max(40)).max(10).default([]),
  }),
  clientExtensionResults: z.object({}).default({}),
});

/** The same after `navigator.credentials.get`. */
export const PasskeyProof = z.object({
  id: CredentialId,
  rawId: CredentialId,
  type: z.literal("public-key"),
  response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes }),
  clientExtensionResults: z.object({}).default({}),
});

const code = z.string().trim().max(60);
const password = z.string().max(1_000);
/** Left out where the browser holds it in a cookie, after a sign-in elsewhere. */
const pending = z.string().max(200).optional();

export const SecondFactorBody = z.union([
  z.object({ pending, code }),
  z.object({ pending, recovery_code: code }),
  z.object({ pending, passkey: PasskeyProof }),
]);
export type SecondFactorBody = z.infer<typeof SecondFactorBody>;
export const PendingBody = z.object({ pending });
export const PasskeySignInBody = z.object({ passkey: PasskeyProof });

/** For `navigator.credentials.create` and `.get`, as the WebAuthn standard writes them in JSON. */
export const PasskeyOptions = z.looseObject({ challenge: z.string() });

const PasskeyOnWire = z.object({
  id: z.int(),
  name: z.string(),
  synced: z.boolean().meta({ description: "Copied by the authenticator to the person's other devices" }),
  created_at: z.string(),
  last_used_at: z.string().nullable(),
});

export const FactorsAnswer = z.object({
  totp_since: z.string().nullable(),
  passkeys: z.array(PasskeyOnWire),
  passkeys_available: z
    .boolean()
    .meta({ description: "Whether this server has a name that passkeys can be for" }),
  recovery_codes_left: z.int(),
  required: z
    .boolean()
    .meta({ description: "An organisation gives this account nothing without a second factor" }),
});

const RecoveryCodes = z.array(z.string()).meta({ description: "Shown this once; each works once" });

export const PasswordBody = z.object({ password });
/** `code`: of the authenticator app, or a recovery code. */
export const PasswordAndCodeBody = z.object({ password, code });
export const TotpBegun = z.object({
  secret: z.string().meta({ description: "Base32, to type where there is no camera" }),
  address: z.string().meta({ description: "`otpauth://`, for a QR code" }),
});
export const TotpConfirmBody = z.object({ code });
export const FirstFactorAnswer = z.object({
  recovery_codes: RecoveryCodes.nullable().meta({ description: "With the first factor; null after that" }),
});
export const RecoveryCodesAnswer = z.object({ recovery_codes: RecoveryCodes });

const PasskeyName = line(60, "a passkey's name");
export const PasskeyBody = z.object({ name: PasskeyName, passkey: NewPasskey });
export const PasskeyPatch = z.object({ name: PasskeyName });
export const PasskeyAnswer = FirstFactorAnswer.extend({ passkey: PasskeyOnWire });

export const WaysAnswer = z.object({
  passkeys: z.boolean(),
  oidc: z
    .object({ name: z.string() })
    .nullable()
    .meta({ description: "Another sign-in: `GET /auth/oidc/start`" }),
});

export const SignInRules = z.object({ require_second_factor: z.boolean() });
