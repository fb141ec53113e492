import {
  displayView,
  fold,
  publicView,
  queueItems,
  type ShopState,
  staffView,
  type ViewInput,
} from "@callnext/core";
import type { Era, History } from "../history.ts";
import { peopleOf, type PeopleOfEvents } from "../people-of.ts";

/** What really was, from the log alone. */
export interface Truth {
  /** Undefined for a place that never was. */
  view(topic: string, epoch: string, seq: number): object | undefined;
  /** The first document's list, as those see it who may not see names. */
  list(epoch: string, seq: number): readonly object[] | undefined;
}

interface Folded {
  readonly era: Era;
  /** By seq. */
  readonly states: ShopState[];
  readonly people: PeopleOfEvents;
}

const project = (topic: string, input: ViewInput): object | undefined => {
  if (topic.endsWith(":staff")) return staffView(input);
  if (topic.endsWith(":public")) return publicView(input);
  return displayView(input, topic.slice("display:".length));
};

export const truthOf = ({ begin, eras, tenant, staffNames }: History): Truth => {
  const folded = new Map<string, Folded>(
    eras.map((era) => [era.epoch, { era, states: [begin], people: peopleOf(era.log) }]),
  );
  const stateAt = ({ era, states }: Folded, seq: number): ShopState | undefined => {
    while (states.length <= seq) {
      const before = states.at(-1);
      const logged = era.log[states.length - 1];
      if (before === undefined || logged === undefined) return undefined;
      states.push(fold(before, [logged.event]));
    }
    return states[seq];
  };
  const inputAt = (epoch: string, seq: number): ViewInput | undefined => {
    const era = folded.get(epoch);
    const state = era && stateAt(era, seq);
    return state && { state, tenant, ...era.people, staffNames };
  };
  const made = new Map<string, object>();
  return {
    view(topic, epoch, seq) {
      const key = `${epoch} ${seq} ${topic}`;
      const known = made.get(key);
      if (known !== undefined) return known;
      const input = inputAt(epoch, seq);
      const view = input && project(topic, input);
      if (view !== undefined) made.set(key, view);
      return view;
    },
    list(epoch, seq) {
      const input = inputAt(epoch, seq);
      return input && queueItems(input, { masked: true });
    },
  };
};
