export type Role = "viewer" | "agent" | "manager" | "admin";

export interface TenantMembership {
  readonly slug: string;
  readonly name: string;
  readonly role: Role;
}

export interface User {
  readonly id: string;
  /** Who they are among the staff of `tenant`. */
  readonly staff_id: number;
  readonly email: string;
  readonly full_name: string;
  readonly role: Role;
  /** Runs the whole server. */
  readonly is_operator: boolean;
  /** An organisation gives this person nothing before they have a second factor. */
  readonly second_factor_required: boolean;
  readonly tenant: { readonly slug: string; readonly name: string; readonly locale: string };
  readonly tenants: readonly TenantMembership[];
}

export interface StaffMember {
  readonly id: number;
  readonly full_name: string;
  readonly email: string;
  readonly role: Role;
  /** The shops that the person is limited to; null: all. */
  readonly shop_ids: readonly number[] | null;
  readonly active: boolean;
}

export interface DemoInfo {
  readonly tenants: readonly {
    readonly slug: string;
    readonly shops: readonly {
      readonly id: number;
      readonly slug: string;
      readonly name: string;
      readonly displays: readonly { readonly id: string; readonly name: string; readonly url: string }[];
      readonly logins: readonly { readonly email: string; readonly role: Role; readonly name: string }[];
    }[];
  }[];
}
