export type FactorKind = "totp" | "passkey" | "recovery-code";

/** A sign-in whose first half is done. */
export interface HalfSignIn {
  readonly factors: readonly FactorKind[];
  /** Null: the browser holds it in a cookie that pages cannot read, after a sign-in elsewhere. */
  readonly token: string | null;
}
