/** At most 20 full lists a second, fewer where they are long: a list of 64 KiB costs what a second list would. */
const LEAST_PAUSE_MS = 50;
const BYTES_PER_PAUSE = 64 * 1024;

/** How long after a list the next one may come. */
export const pauseFor = (list: Buffer): number =>
  LEAST_PAUSE_MS * Math.max(1, Math.ceil(list.length / BYTES_PER_PAUSE));
