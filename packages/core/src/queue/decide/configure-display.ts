import type { CommandOf } from "../command-of.ts";
import type { Decision } from "../decision.ts";
import type { ShopState } from "../shop.ts";
import { accept, refuse } from "./answer.ts";

/** An archived queue may stay on a display: there it shows nothing. */
export const configureDisplay = (state: ShopState, command: CommandOf<"configure-display">): Decision => {
  const { display } = command;
  const unknown = display.queueIds.find((queueId) => !state.queues.has(queueId));
  if (unknown !== undefined) return refuse({ code: "queue-not-found", queueId: unknown });
  return accept([{ type: "display-configured", display }]);
};
