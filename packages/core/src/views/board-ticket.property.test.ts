import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "../queue/fold.ts";
import type { ShopState } from "../queue/shop.ts";
import type { Ticket } from "../queue/ticket.ts";
import { arbitraryShop } from "../testing/arbitrary-shop.ts";
import { arbitrarySteps } from "../testing/arbitrary-steps.ts";
import { runCommands } from "../testing/run-commands.ts";
import { type BoardTicket, boardTicketAfter, boardTicketIssued } from "./board-ticket.ts";

const boardPart = ({
  id,
  number,
  queueId,
  status,
  calledAt,
  agentId,
  counterId,
  calls,
  dueAt,
}: Ticket): BoardTicket => ({
  id,
  number,
  queueId,
  status,
  calledAt,
  agentId,
  counterId,
  calls,
  ...(dueAt === undefined ? {} : { dueAt }),
});

test("events told of a ticket alone give what folding the whole shop gives", () => {
  fc.assert(
    fc.property(arbitraryShop, arbitrarySteps(60), (shop, steps) => {
      const told = new Map<string, BoardTicket>();
      let state: ShopState = shop;
      for (const event of runCommands(shop, steps).events) {
        state = fold(state, [event]);
        if (!("ticketId" in event)) continue;
        const before = told.get(event.ticketId);
        const after =
          event.type === "ticket-issued"
            ? boardTicketIssued(event)
            : before && boardTicketAfter(before, event);
        if (after === undefined) throw new Error("Nothing is known of the ticket.");
        told.set(event.ticketId, after);
        const folded = state.tickets.get(event.ticketId);
        // A ticket that ended and is on no board has left the state.
        if (folded !== undefined) expect(after).toEqual(boardPart(folded));
      }
    }),
    { numRuns: 60 },
  );
});
