import { deepEqual } from "@callnext/core";
import type { History, Observation } from "../history.ts";
import type { Truth } from "./truth.ts";
import type { Violation } from "./violation.ts";

const describe = ({ screen, topic, epoch, seq, at }: Observation): string =>
  `${screen} shows ${topic} at ${seq} of ${epoch} (at ${at.toFixed(0)} ms)`;

const fault = (before: Observation | undefined, now: Observation, truth: Truth): string | undefined => {
  if (now.view === null) return undefined;
  if (before?.view === now.view && before.seq === now.seq && before.epoch === now.epoch) return undefined;
  if (before?.epoch === now.epoch && now.seq < before.seq) return `${describe(now)} after ${before.seq}`;
  const view = truth.view(now.topic, now.epoch, now.seq);
  if (view === undefined) return `${describe(now)}, which never was`;
  return deepEqual(view, now.view) ? undefined : `${describe(now)} what was not so then`;
};

/** P6: what a screen shows is the state at exactly one seq, and seq never goes back within an epoch. */
export const checkPrefix = (history: History, truth: Truth): readonly Violation[] => {
  const last = new Map<string, Observation>();
  return history.observations.flatMap((now) => {
    const key = `${now.screen} ${now.session} ${now.topic}`;
    const text = fault(last.get(key), now, truth);
    last.set(key, now);
    return text === undefined ? [] : [{ promise: "P6", text }];
  });
};
