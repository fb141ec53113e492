import { isoTime, isoTimeOrNull } from "@callnext/core";
import type { operatorBodies } from "@callnext/protocol";
import type { OperatedTenant } from "../../people/operating.ts";

export function operatedTenantOnWire(tenant: OperatedTenant): operatorBodies.TenantOverview {
  return {
    slug: tenant.slug,
    name: tenant.name,
    locale: tenant.locale,
    shops: tenant.shops,
    staff: tenant.staff,
    created_at: isoTime(tenant.createdAt.getTime()),
    suspended_at: isoTimeOrNull(tenant.suspendedAt?.getTime() ?? null),
  };
}
