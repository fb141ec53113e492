import type { History } from "../history.ts";
import { checkBacklogs, checkLeftovers } from "./bounded.ts";
import { checkBookings } from "./bookings.ts";
import { checkConverged } from "./converge.ts";
import { checkDurable } from "./durable.ts";
import { checkHonest } from "./honest.ts";
import { checkLists } from "./lists.ts";
import { checkNumbers } from "./numbers.ts";
import { checkOnce } from "./once.ts";
import { checkOneAgent } from "./one-agent.ts";
import { checkPrefix } from "./prefix.ts";
import { checkToldOnce } from "./told-once.ts";
import { truthOf } from "./truth.ts";
import type { Violation } from "./violation.ts";

/** Every promise that the simulation can see broken. */
export const check = (history: History): readonly Violation[] => {
  const truth = truthOf(history);
  return [
    ...history.errors.map((text) => ({ promise: "error", text })),
    ...checkDurable(history),
    ...checkOnce(history),
    ...checkNumbers(history),
    ...checkBookings(history),
    ...checkOneAgent(history),
    ...checkPrefix(history, truth),
    ...checkConverged(history, truth),
    ...checkLists(history, truth),
    ...checkHonest(history),
    ...checkToldOnce(history),
    ...checkBacklogs(history),
    ...checkLeftovers(history),
  ];
};
