import { serviceDayOf } from "../time/service-day-of.ts";
import type { Command } from "./commands.ts";
import { decideNow } from "./decide/decide-now.ts";
import type { Decision, DecisionContext } from "./decision.ts";
import type { EventBody } from "./events.ts";
import { fold } from "./fold.ts";
import type { ShopState } from "./shop.ts";

/**
 * What comes of a command: events to append, in order, or one named refusal that changes nothing.
 * The first accepted command after the day's turn carries `service-day-started` in front.
 * No events at all: `start-service-day` within its day.
 */
export const decide = (state: ShopState, command: Command, ctx: DecisionContext): Decision => {
  const day = serviceDayOf(ctx.now, state.shop.timeZone, state.shop.dayTurnsAtMinutes);
  // The day never turns back, be it that the shop's zone was changed.
  if (day <= state.serviceDay) return decideNow(state, command, ctx);
  const started: EventBody = { type: "service-day-started", day };
  const morning = fold(state, [{ ...started, seq: state.seq + 1, at: ctx.now, by: ctx.by }]);
  const decision = decideNow(morning, command, ctx);
  return decision.ok ? { ...decision, events: [started, ...decision.events] } : decision;
};
