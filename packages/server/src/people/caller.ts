import type { Membership, Session } from "./session.ts";

/** A program of the tenant's own, let in by an API key. */
export interface Integration {
  readonly keyId: string;
  readonly name: string;
  readonly membership: Membership;
}

/** A board or a kiosk, let in by its own key. It stands in one shop and may do no more than its kind needs. */
export interface DeviceIdentity {
  readonly id: string;
  readonly tenantId: number;
  readonly shopId: number;
  /** What a board shows; null for a kiosk. */
  readonly displayId: string | null;
}

/** Who asks, once the credentials that came were found to be right. */
export type Caller =
  | { readonly kind: "person"; readonly session: Session }
  | { readonly kind: "integration"; readonly integration: Integration }
  | { readonly kind: "device"; readonly device: DeviceIdentity };

/** In which tenants the caller has a role; a device has none. */
export function membershipsOf(caller: Caller): readonly Membership[] {
  switch (caller.kind) {
    case "person":
      return caller.session.memberships;
    case "integration":
      return [caller.integration.membership];
    case "device":
      return [];
  }
}
