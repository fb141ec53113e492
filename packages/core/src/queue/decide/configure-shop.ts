import { localTime } from "../../time/local-time.ts";
import type { CommandOf } from "../command-of.ts";
import type { Decision, DecisionContext } from "../decision.ts";
import { accept } from "./answer.ts";

/** Throws RangeError on an unknown zone: once in the log, it would make every later command of the shop fail. */
export const configureShop = ({ shop }: CommandOf<"configure-shop">, ctx: DecisionContext): Decision => {
  localTime(ctx.now, shop.timeZone);
  return accept([{ type: "shop-configured", shop }]);
};
