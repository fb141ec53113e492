import type { CallnextClient } from "@callnext/client";
import { queryOptions } from "@tanstack/react-query";
import type { StaffMember } from "../../console/api/types.ts";

export function staffQuery(client: CallnextClient, tenant: string) {
  return queryOptions({
    queryKey: ["tenant", tenant, "staff"],
    queryFn: async () => {
      const { staff } = await client.request<{ staff: readonly StaffMember[] }>(
        "GET",
        `/tenants/${tenant}/staff`,
      );
      return staff.toSorted((a, b) => a.full_name.localeCompare(b.full_name));
    },
  });
}
