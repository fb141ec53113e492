import { moveTurn } from "../../policy/turn.ts";
import type { EventOf } from "../event-of.ts";
import { backToLine } from "./back-to-line.ts";
import { freeCounter } from "./counter.ts";
import { changeQueue, type Draft, queueOf, ticketOf } from "./draft.ts";
import { forgetPassed } from "./passed-due.ts";

export const applyCallRetracted = (draft: Draft, event: EventOf<"call-retracted">): void => {
  const ticket = ticketOf(draft, event.ticketId);
  const queue = queueOf(draft, ticket.queueId);
  freeCounter(draft, ticket);
  changeQueue(draft, queue.id, { turn: moveTurn(queue.policy, queue.turn, -1) });
  forgetPassed(draft, ticket);
  backToLine(draft, ticket.id);
};
