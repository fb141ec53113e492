import type { CommandOf } from "../command-of.ts";
import type { Decision } from "../decision.ts";
import type { ShopState } from "../shop.ts";
import { accept, refuse } from "./answer.ts";

export const refreshDisplay = (state: ShopState, command: CommandOf<"refresh-display">): Decision => {
  const { displayId } = command;
  if (!state.displays.has(displayId)) return refuse({ code: "display-not-found", displayId });
  return accept([{ type: "display-refreshed", displayId }]);
};
