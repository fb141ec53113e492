import type { CallnextClient } from "@callnext/client";
import { queryOptions } from "@tanstack/react-query";
import type { Role } from "../api/types.ts";

export interface Invited {
  readonly organisation: string;
  readonly email: string;
  readonly full_name: string;
  readonly role: Role;
  readonly has_account: boolean;
}

export interface InvitationProps {
  readonly token: string;
  readonly invited: Invited;
}

export function invitedQuery(client: CallnextClient, token: string) {
  return queryOptions({
    queryKey: ["invitation", token],
    retry: false,
    queryFn: () => client.request<Invited>("POST", "/auth/invitation", { token }),
  });
}
