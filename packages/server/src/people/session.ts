import type { Role } from "./permissions.ts";

export interface Membership {
  readonly staffId: number;
  readonly role: Role;
  readonly tenant: {
    readonly id: number;
    readonly slug: string;
    readonly name: string;
    readonly locale: string;
  };
}

/** A signed-in person. No membership: an account that no organisation employs any more. */
export interface Session {
  readonly id: string;
  readonly token: string;
  readonly userId: string;
  readonly email: string;
  readonly fullName: string;
  readonly expiresAt: number;
  readonly memberships: readonly Membership[];
}
