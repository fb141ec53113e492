import type { BoardNames, Display } from "../queue/shop.ts";
import type { TicketId } from "../queue/ticket.ts";
import { maskName } from "./mask-name.ts";
import type { ViewInput } from "./view-input.ts";

/** Nothing unless somebody chose otherwise for this display. */
export const boardNames = ({ visitorNames }: Pick<Display, "visitorNames">): BoardNames =>
  visitorNames ?? "none";

/** What a board may show of this visitor's name, or null. */
export const visitorName = (input: ViewInput, ticketId: TicketId, names: BoardNames): string | null => {
  const fullName = names === "none" ? null : (input.people.get(ticketId)?.fullName ?? null);
  return fullName !== null && names === "masked" ? maskName(fullName) : fullName;
};
