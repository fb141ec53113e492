import type { Role, StaffMember } from "../../console/api/types.ts";

export const ROLES: readonly Role[] = ["viewer", "agent", "manager", "admin"];

export interface StaffDraft {
  readonly full_name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
  /** Null: all shops. */
  readonly shop_ids: readonly number[] | null;
  readonly active: boolean;
}

export function draftOf(member: StaffMember | null): StaffDraft {
  return {
    full_name: member?.full_name ?? "",
    email: member?.email ?? "",
    password: "",
    role: member?.role ?? "agent",
    shop_ids: member?.shop_ids ?? null,
    active: member?.active ?? true,
  };
}

/** An administrator is in charge of all shops. */
function rightsOf({ role, shop_ids }: StaffDraft): Pick<StaffDraft, "role" | "shop_ids"> {
  return { role, shop_ids: role === "admin" ? null : shop_ids };
}

/** Who is invited chooses their own password. */
export function invitationOf(draft: StaffDraft): Omit<StaffDraft, "password" | "active"> {
  return { full_name: draft.full_name, email: draft.email.trim(), ...rightsOf(draft) };
}

export function newMemberOf(draft: StaffDraft): Omit<StaffDraft, "active"> {
  return { ...invitationOf(draft), password: draft.password };
}

/** What changes of somebody already there; an empty password stays as it is. Nobody changes their own rights. */
export function changesOf(draft: StaffDraft, own: boolean): Partial<StaffDraft> {
  const { full_name, password, active } = draft;
  return {
    full_name,
    ...(own ? {} : { ...rightsOf(draft), active }),
    ...(password === "" ? {} : { password }),
  };
}
