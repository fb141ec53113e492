import type { Arrival, History, Observation, Sleep, Stretch } from "../history.ts";
import { leftBehindAt } from "./eras.ts";
import { groupBy } from "./group-by.ts";
import type { Violation } from "./violation.ts";

const MOST_BEHIND_MS = 10_000;
/** A screen looks at its clock about twice a second. */
const UNPROVED_MS = 8_000 + 600;
/** A page that awakes is given this long to look around. */
const AWAKENING_MS = 50;

/** The parts of a stretch in which the page was awake. */
const awake = (stretch: Stretch, sleeps: readonly Sleep[]): readonly Stretch[] => {
  let parts: readonly Stretch[] = [stretch];
  for (const sleep of sleeps) {
    parts = parts.flatMap((part) => {
      if (sleep.to <= part.from || sleep.from >= part.to) return [part];
      return [
        { from: part.from, to: sleep.from },
        { from: sleep.to, to: part.to },
      ];
    });
  }
  return parts.filter(({ from, to }) => to - from > AWAKENING_MS);
};

const tells = (topic: string, text: string): boolean =>
  text === "http 200" ||
  text === "http 204" ||
  (text.startsWith('{"type":"heartbeat"') ? text : text.slice(0, 120)).includes(`"${topic}"`);

/** How long the screen went without a word about the topic, at most, within the stretch. */
const longestSilence = ({ from, to }: Stretch, words: readonly number[]): number => {
  let last = words.findLast((at) => at <= from) ?? from;
  let longest = 0;
  for (const at of [...words.filter((each) => each > from && each < to), to]) {
    longest = Math.max(longest, at - last);
    last = at;
  }
  return longest;
};

const faultIn = (
  shown: Observation,
  stretch: Stretch,
  words: readonly number[],
  history: History,
): string | undefined => {
  const behind = stretch.to - leftBehindAt(history, shown.epoch, shown.seq);
  if (behind > MOST_BEHIND_MS)
    return `is ${(behind / 1000).toFixed(1)} s behind at ${shown.seq} of ${shown.epoch}`;
  const silence = longestSilence(stretch, words);
  return silence > UNPROVED_MS ? `heard nothing for ${(silence / 1000).toFixed(1)} s` : undefined;
};

const faultsOf = (
  observations: readonly Observation[],
  arrivals: readonly Arrival[],
  sleeps: readonly Sleep[],
  history: History,
): readonly string[] => {
  const [{ topic } = { topic: "" }] = observations;
  const words = arrivals.filter(({ text }) => tells(topic, text)).map(({ at }) => at);
  return observations.flatMap((shown, index) => {
    if (shown.stale || shown.view === null) return [];
    const to = observations[index + 1]?.at ?? history.endedAt;
    return awake({ from: shown.at, to: Math.min(to, history.endedAt) }, sleeps).flatMap((stretch) => {
      const text = faultIn(shown, stretch, words, history);
      return text === undefined ? [] : [`until ${stretch.to.toFixed(0)} ms it ${text} and does not say so`];
    });
  });
};

/** P9: a screen that is more than 10 s behind, or heard nothing for 8 s, says so. */
export const checkHonest = (history: History): readonly Violation[] => {
  const shows = groupBy(
    history.observations,
    ({ screen, session, topic }) => `${screen} ${session} ${topic}`,
  );
  return [...shows.values()].flatMap((observations) => {
    const [{ screen, session, topic } = { screen: "", session: 0, topic: "" }] = observations;
    // A page that was reloaded shows nothing any more.
    const end =
      history.observations.find((each) => each.screen === screen && each.session > session)?.at ??
      history.endedAt;
    const sleeps = [
      ...history.sleeps.filter((sleep) => sleep.screen === screen),
      { screen, from: end, to: Number.POSITIVE_INFINITY },
    ];
    return faultsOf(observations, history.arrivals.get(screen) ?? [], sleeps, history).map((text) => ({
      promise: "P9",
      text: `${screen}, ${topic}: ${text}`,
    }));
  });
};
