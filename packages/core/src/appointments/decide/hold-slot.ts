import type { CommandOf } from "../../queue/command-of.ts";
import { accept, refuse } from "../../queue/decide/answer.ts";
import type { Decision, DecisionContext } from "../../queue/decision.ts";
import type { ShopState } from "../../queue/shop.ts";
import { USUAL_BOOKING_RULES } from "../booking-rules.ts";
import { wantedSlot } from "./wanted-slot.ts";

const MINUTE = 60_000;

/** Holding another slot with the same id lets the first one go: somebody chose anew. */
export const holdSlot = (
  state: ShopState,
  command: CommandOf<"hold-slot">,
  ctx: DecisionContext,
): Decision => {
  const slot = wantedSlot(state, command, ctx);
  if ("code" in slot) return refuse(slot);
  const minutes = command.minutes ?? (state.shop.booking ?? USUAL_BOOKING_RULES).holdMinutes;
  return accept([{ type: "slot-held", until: ctx.now + minutes * MINUTE, ...slot }]);
};
