import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";

/** Whether this browser has passkeys on this page: they need https, or this machine. */
export const hasPasskeys = browserSupportsWebAuthn;

export type RequestOptions = PublicKeyCredentialRequestOptionsJSON;
export type CreationOptions = PublicKeyCredentialCreationOptionsJSON;

/** The person said no, waited too long, or has none that fits: browsers do not tell which. */
export class CeremonyEnded extends Error {
  override readonly name = "CeremonyEnded";
  readonly why: "cancelled" | "known-here" | "failed";

  constructor(cause: unknown) {
    super("the browser made no passkey answer", { cause });
    const name = cause instanceof Error ? cause.name : "";
    if (name === "InvalidStateError") this.why = "known-here";
    else this.why = name === "NotAllowedError" || name === "AbortError" ? "cancelled" : "failed";
  }
}

export async function askForPasskey(optionsJSON: RequestOptions): Promise<object> {
  try {
    return await startAuthentication({ optionsJSON });
  } catch (cause) {
    throw new CeremonyEnded(cause);
  }
}

export async function makePasskey(optionsJSON: CreationOptions): Promise<object> {
  try {
    return await startRegistration({ optionsJSON });
  } catch (cause) {
    throw new CeremonyEnded(cause);
  }
}
