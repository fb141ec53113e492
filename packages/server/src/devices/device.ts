/** A board or a kiosk that was paired. */
export interface Device {
  readonly id: string;
  readonly tenantId: number;
  readonly tenantSlug: string;
  readonly shopId: number;
  /** What a board shows; null for a kiosk. */
  readonly displayId: string | null;
  readonly kind: "board" | "kiosk";
  readonly name: string;
  /** To the minute; null where it never came. */
  readonly lastSeenAt: Date | null;
}

/** As the database's functions give it. */
export interface DeviceRow {
  readonly id: string;
  readonly tenant_id: number;
  readonly tenant_slug: string;
  readonly shop_id: number;
  readonly display_id: string | null;
  readonly kind: "board" | "kiosk";
  readonly name: string;
  readonly last_seen_at: Date | null;
}

export function deviceFrom(row: DeviceRow): Device {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    tenantSlug: row.tenant_slug,
    shopId: row.shop_id,
    displayId: row.display_id,
    kind: row.kind,
    name: row.name,
    lastSeenAt: row.last_seen_at,
  };
}
