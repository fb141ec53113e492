import type { Role } from "./permissions.ts";

export interface Membership {
  /** Null for an API key, which is nobody's. */
  readonly staffId: number | null;
  readonly role: Role;
  /** The shops that it is limited to; null: all of the tenant's. */
  readonly shopIds: readonly number[] | null;
  readonly tenant: {
    readonly id: number;
    readonly slug: string;
    readonly name: string;
    readonly locale: string;
    /** Switched off by the operator of the server: its staff get nothing until it is resumed. */
    readonly suspended: boolean;
  };
}

/** A signed-in person. No membership: an account that no organisation employs any more. */
export interface Session {
  readonly id: string;
  readonly userId: string;
  readonly email: string;
  readonly fullName: string;
  readonly expiresAt: number;
  /** Runs the whole server: makes and suspends tenants, sees none of their visitors. */
  readonly isOperator: boolean;
  readonly memberships: readonly Membership[];
  /** Of organisations that give this person nothing before they have set up a second factor. */
  readonly awaitingFactor: readonly Membership[];
}
