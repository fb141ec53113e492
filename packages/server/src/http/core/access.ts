import type { Caller } from "../../people/caller.ts";
import type { Membership } from "../../people/session.ts";

/** Who asks, as the gate found: a member of the tenant that the address names, or a key of it. */
export interface Access {
  readonly caller: Caller;
  readonly membership: Membership;
}
