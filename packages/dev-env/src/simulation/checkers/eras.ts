import type { Era, History } from "../history.ts";

/** Whether what was committed at this place is still there at the end, or went with a restored backup. */
export const survives = ({ eras }: History, epoch: string, seq: number): boolean => {
  const born = eras.findIndex((era) => era.epoch === epoch);
  return born !== -1 && eras.slice(born, -1).every(({ keptUpTo }) => keptUpTo === null || seq <= keptUpTo);
};

/** The database at a moment. */
export const eraAt = ({ eras }: History, at: number): Era | undefined =>
  eras.findLast(({ beganAt }) => beganAt <= at);

/** The newest seq of an era at a moment. */
export const headAt = ({ log, from }: Era, at: number): number => {
  const later = log.findIndex(({ committedAt }, index) => index >= from && committedAt > at);
  return later === -1 ? log.length : later;
};

/** When the first thing after this place happened: from then on whoever stands there is behind. */
export const leftBehindAt = (history: History, epoch: string, seq: number): number => {
  const index = history.eras.findIndex((era) => era.epoch === epoch);
  const next = history.eras[index]?.log[seq]?.committedAt ?? Number.POSITIVE_INFINITY;
  return Math.min(next, history.eras[index + 1]?.beganAt ?? Number.POSITIVE_INFINITY);
};
