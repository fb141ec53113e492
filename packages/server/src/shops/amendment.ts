import type { Command, ShopState } from "@callnext/core";

/**
 * A change of settings that names only what changes. The whole command is made of it on the state that the
 * shop has under its lock: of two changes at the same time neither takes the other's back.
 */
export interface Amendment {
  readonly type: Command["type"];
  /** Throws where the state lacks what it amends: nothing that is configured ever leaves the state. */
  readonly amend: (state: ShopState) => Command;
}

export function commandOn(state: ShopState, given: Command | Amendment): Command {
  return "amend" in given ? given.amend(state) : given;
}
