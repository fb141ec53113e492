import { deepEqual, type ShopEvent } from "@callnext/core";
import type { History, ListFrame } from "../history.ts";
import { eraAt, headAt } from "./eras.ts";
import { groupBy } from "./group-by.ts";
import type { Truth } from "./truth.ts";
import type { Violation } from "./violation.ts";

const ON_THE_WAY_MS = 1_500;

/** Nothing of these stands in a queue. */
const isElsewhere = ({ type }: ShopEvent): boolean =>
  type === "display-configured" || type === "display-refreshed" || type === "counter-configured";

const faultsOfConnection = (frames: readonly ListFrame[], truth: Truth): readonly string[] => {
  const faults: string[] = [];
  const entered = new Set<string>();
  let last: ListFrame | undefined;
  for (const frame of frames) {
    const { type, epoch, seq, items, at } = frame;
    if (frame.entered !== null && entered.has(frame.entered)) faults.push(`${frame.entered} entered twice`);
    if (frame.entered !== null) entered.add(frame.entered);
    if (type !== "queue_update") continue;
    if (epoch === null || seq === null) faults.push("a list does not say which it is");
    else if (last?.epoch === epoch && seq < (last.seq ?? 0))
      faults.push(`the list of ${seq} came after that of ${last.seq}`);
    else if (!deepEqual(truth.list(epoch, seq), items))
      faults.push(`the list of ${seq} of ${epoch} (at ${at.toFixed(0)} ms) was not so`);
    last = frame;
  }
  return faults;
};

const isBehind = (shown: ListFrame | undefined, history: History, at: number): boolean => {
  const era = eraAt(history, at);
  if (era === undefined || shown?.seq == null || shown.epoch !== era.epoch) return true;
  return era.log.slice(shown.seq, headAt(era, at - ON_THE_WAY_MS)).some(({ event }) => !isElsewhere(event));
};

/** P6 and P8 for the first document's pages: each list was so at its seq, and the last one is the newest. */
export const checkLists = (history: History, truth: Truth): readonly Violation[] =>
  history.lists.flatMap((name) => {
    const frames = history.listFrames.filter(({ list }) => list === name);
    const broken = [...groupBy(frames, ({ connection }) => String(connection)).values()].flatMap((each) =>
      faultsOfConnection(each, truth),
    );
    const updates = frames.filter(({ type }) => type === "queue_update");
    const late = [...history.calms.map(({ to }) => to), history.endedAt].filter((moment) =>
      isBehind(
        updates.findLast(({ at }) => at <= moment),
        history,
        moment,
      ),
    );
    return [
      ...broken.map((text) => ({ promise: "P6", text: `${name}: ${text}` })),
      ...late.map((at) => ({
        promise: "P8",
        text: `${name} does not show the newest list at ${at.toFixed(0)} ms`,
      })),
    ];
  });
