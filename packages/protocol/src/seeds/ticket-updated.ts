import { z } from "zod";
import { boardTicket } from "./board-ticket.ts";
import { eventPlace } from "./event-place.ts";

/** Every other change of a ticket that was called before. */
export const ticketUpdated = z.looseObject({
  type: z.literal("ticket_updated"),
  ticket: boardTicket,
  timestamp: z.iso.datetime(),
  ...eventPlace,
});
