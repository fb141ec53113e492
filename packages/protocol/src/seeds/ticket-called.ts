import { z } from "zod";
import { boardTicket } from "./board-ticket.ts";
import { eventPlace } from "./event-place.ts";

/** Each call and each recall. */
export const ticketCalled = z.looseObject({
  type: z.literal("ticket_called"),
  ticket: boardTicket,
  timestamp: z.iso.datetime(),
  ...eventPlace,
});
