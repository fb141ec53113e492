import type { Role, StaffMember } from "../../console/api/types.ts";

export const ROLES: readonly Role[] = ["agent", "manager", "admin"];

export interface StaffDraft {
  readonly full_name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
  readonly active: boolean;
}

export function draftOf(member: StaffMember | null): StaffDraft {
  return {
    full_name: member?.full_name ?? "",
    email: member?.email ?? "",
    password: "",
    role: member?.role ?? "agent",
    active: member?.active ?? true,
  };
}

/** What changes of somebody already there; an empty password stays as it is. Nobody changes their own rights. */
export function changesOf(draft: StaffDraft, own: boolean): Partial<StaffDraft> {
  const { full_name, password, role, active } = draft;
  return { full_name, ...(own ? {} : { role, active }), ...(password === "" ? {} : { password }) };
}
