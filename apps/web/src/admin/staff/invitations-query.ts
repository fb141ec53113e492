import type { CallnextClient } from "@callnext/client";
import { queryOptions } from "@tanstack/react-query";
import type { Role } from "../../console/api/types.ts";

export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly full_name: string;
  readonly role: Role;
  readonly expires_at: string;
}

export interface InvitationAnswer {
  readonly invitation: Invitation;
  /** A path, where no mail went out. */
  readonly link: string | null;
}

export function invitationsQuery(client: CallnextClient, tenant: string) {
  return queryOptions({
    queryKey: ["tenant", tenant, "invitations"],
    queryFn: async () => {
      const path = `/tenants/${tenant}/invitations`;
      return (await client.request<{ invitations: readonly Invitation[] }>("GET", path)).invitations;
    },
  });
}
