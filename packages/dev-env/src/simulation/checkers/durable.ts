import type { Effect, History, Operation } from "../history.ts";
import { survives } from "./eras.ts";
import { groupBy } from "./group-by.ts";
import type { Violation } from "./violation.ts";

const fault = (operation: Operation, effects: readonly Effect[], history: History): string | undefined => {
  const { outcome } = operation;
  if (outcome.kind !== "accepted") return undefined;
  if (effects.length === 0) return "was acknowledged and never took effect";
  const { epoch, seq } = outcome;
  if (epoch === null || seq === null) return undefined;
  const effect = effects.find((each) => each.epoch === epoch && each.toSeq === seq);
  if (effect === undefined) return `was acknowledged at ${seq} of ${epoch}, where it did not take effect`;
  if (!survives(history, epoch, seq)) return undefined;
  const { event } = history.eras.at(-1)?.log[seq - 1] ?? {};
  if (event === undefined) return `was acknowledged at ${seq} of ${epoch}, and is not in the log`;
  const ticketId = "ticketId" in event ? event.ticketId : null;
  if (ticketId !== outcome.ticketId)
    return `was acknowledged for ticket ${outcome.ticketId}; the log has ${ticketId}`;
  return undefined;
};

/** P1: what was acknowledged is in the log. */
export const checkDurable = (history: History): readonly Violation[] => {
  const effects = groupBy(history.effects, ({ operation }) => operation);
  return history.operations.flatMap((operation) => {
    const text = fault(operation, effects.get(operation.id) ?? [], history);
    return text === undefined ? [] : [{ promise: "P1", text: `${operation.id} (${operation.kind}) ${text}` }];
  });
};
