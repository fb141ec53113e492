import type { StaffView } from "@callnext/protocol";

/** What every section of a shop's page gets. */
export interface ShopPart {
  readonly tenant: string;
  readonly view: StaffView;
}
