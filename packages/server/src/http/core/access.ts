import type { Membership, Session } from "../../people/session.ts";

/** Who asks, as the gate found: a signed-in member of the tenant the address names. */
export interface Access {
  readonly session: Session;
  readonly membership: Membership;
}
