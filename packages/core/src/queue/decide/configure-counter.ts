import type { CommandOf } from "../command-of.ts";
import type { Decision } from "../decision.ts";
import type { ShopState } from "../shop.ts";
import { accept, refuse } from "./answer.ts";
import { busyRefusal, counterByLabel } from "./find-free-counter.ts";

export const configureCounter = (state: ShopState, command: CommandOf<"configure-counter">): Decision => {
  const counter = { ...command.counter, label: command.counter.label.trim() };
  if (counter.archived) {
    const refusal = busyRefusal(state, counter);
    if (refusal !== undefined) return refuse(refusal);
  } else {
    const other = counterByLabel(state, counter.label);
    if (other !== undefined && other.id !== counter.id)
      return refuse({ code: "label-taken", label: counter.label });
  }
  return accept([{ type: "counter-configured", counter }]);
};
