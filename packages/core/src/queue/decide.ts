import { timeEvents } from "../appointments/time-events.ts";
import { serviceDayOf } from "../time/service-day-of.ts";
import type { Command } from "./commands.ts";
import { decideNow } from "./decide/decide-now.ts";
import type { Decision, DecisionContext } from "./decision.ts";
import type { EventBody } from "./events.ts";
import { fold } from "./fold.ts";
import type { ShopState } from "./shop.ts";
import type { Instant } from "./time.ts";

/** What must be told before any command is decided: that a service day began, and what time has brought since. */
const overdue = (state: ShopState, now: Instant): readonly EventBody[] => {
  const day = serviceDayOf(now, state.shop.timeZone, state.shop.dayTurnsAtMinutes);
  const brought = timeEvents(state, now);
  // The day never turns back, be it that the shop's zone was changed.
  return day > state.serviceDay ? [{ type: "service-day-started", day }, ...brought] : brought;
};

/**
 * What comes of a command: events to append, in order, or one named refusal that changes nothing.
 * The first accepted command after the day's turn carries `service-day-started` in front, and after it what time has
 * brought: holds that ran out, appointments missed or due.
 * No events at all: `start-service-day` within its day, and `keep-time` where nothing is due.
 */
export const decide = (state: ShopState, command: Command, ctx: DecisionContext): Decision => {
  const first = overdue(state, ctx.now);
  if (first.length === 0) return decideNow(state, command, ctx);
  const upToDate = fold(
    state,
    first.map((body, index) => ({ ...body, seq: state.seq + 1 + index, at: ctx.now, by: ctx.by })),
  );
  const decision = decideNow(upToDate, command, ctx);
  return decision.ok ? { ...decision, events: [...first, ...decision.events] } : decision;
};
