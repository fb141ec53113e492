import { deepEqual } from "@callnext/core";
import type { History, Observation } from "../history.ts";
import { eraAt, headAt } from "./eras.ts";
import type { Truth } from "./truth.ts";
import type { Violation } from "./violation.ts";

/** News on their way are not yet missed: nodes look for lost hints once a second. */
const ON_THE_WAY_MS = 1_500;

/** Whether what is shown was so at some moment between these two. */
const isOfThatTime = (
  { topic, seq, epoch }: Observation,
  history: History,
  truth: Truth,
  at: number,
): boolean => {
  const era = eraAt(history, at);
  if (era === undefined || epoch !== era.epoch) return false;
  const shown = truth.view(topic, epoch, seq);
  for (let head = headAt(era, at - ON_THE_WAY_MS); head <= headAt(era, at); head += 1) {
    if (seq >= head || deepEqual(shown, truth.view(topic, epoch, head))) return true;
  }
  return false;
};

const fault = (
  shown: Observation | undefined,
  history: History,
  truth: Truth,
  at: number,
): string | undefined => {
  if (shown === undefined || shown.view === null) return "shows nothing";
  if (shown.refused !== null) return `is refused: ${shown.refused}`;
  if (shown.stale) return `says that it is stale at ${shown.seq} of ${shown.epoch}`;
  return isOfThatTime(shown, history, truth, at) ? undefined : `stands at ${shown.seq} of ${shown.epoch}`;
};

interface Moment {
  readonly at: number;
  readonly name: string;
}

/** P8: when the bound is over, and at the end, every screen shows the durable state and knows it. */
export const checkConverged = (history: History, truth: Truth): readonly Violation[] => {
  const moments: readonly Moment[] = [
    ...history.calms.map(({ from, to }) => ({
      at: to,
      name: `${((to - from) / 1000).toFixed(0)} s after everything healed`,
    })),
    { at: history.endedAt, name: "at the end" },
  ];
  return moments.flatMap(({ at, name: moment }) =>
    history.screens.flatMap(({ name, topics }) =>
      topics.flatMap((topic) => {
        const shown = history.observations.findLast(
          (each) => each.screen === name && each.topic === topic && each.at <= at,
        );
        const text = fault(shown, history, truth, at);
        return text === undefined
          ? []
          : [{ promise: "P8", text: `${name}, ${topic}: ${moment} (${at.toFixed(0)} ms) it ${text}` }];
      }),
    ),
  );
};
