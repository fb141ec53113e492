import type { ShopState } from "../queue/shop.ts";
import type { Ticket } from "../queue/ticket.ts";

/**
 * The person by whom a visitor is served, or is to be: whoever called them, unless that was done for the one they
 * want by somebody who takes no visitors here, such as the owner at a list.
 */
export const servedBy = (
  { providers }: Pick<ShopState, "providers">,
  { wantedStaffId, agentId }: Pick<Ticket, "wantedStaffId" | "agentId">,
): number | null => {
  if (wantedStaffId === undefined) return agentId;
  const takesVisitors = [...providers.values()].some(
    ({ staffId, archived }) => !archived && staffId === agentId,
  );
  return agentId !== null && takesVisitors ? agentId : wantedStaffId;
};
