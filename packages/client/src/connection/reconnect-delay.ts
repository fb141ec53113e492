export const FIRST_TRY_MS = 1_000;
export const AFTER_SILENCE_MS = 500;
export const VISIBLE_CAP_MS = 2_500;
export const HIDDEN_CAP_MS = 30_000;
/** No server may send us away for longer. */
const DICTATED_CAP_MS = 60_000;

export interface Failure {
  /** Attempts in a row that failed; 0 where a live socket was lost. */
  readonly failures: number;
  /** A live socket fell silent: it was waited for long enough already. */
  readonly silent: boolean;
  readonly visible: boolean;
  /** What the server asked for in its close reason, ms. */
  readonly dictatedMs: number | null;
  /** The server said that we are too many. */
  readonly tooMany: boolean;
}

/** How long to wait before the next attempt: full jitter under a doubling window, or what the server dictates plus a little spread. */
export function reconnectDelay(failure: Failure, random: () => number): number {
  if (failure.dictatedMs !== null) {
    const asked = Math.min(Math.max(failure.dictatedMs, 0), DICTATED_CAP_MS);
    return asked + random() * Math.min(500, asked / 4);
  }
  if (failure.silent) return random() * AFTER_SILENCE_MS;
  const cap = failure.visible && !failure.tooMany ? VISIBLE_CAP_MS : HIDDEN_CAP_MS;
  const doubled = FIRST_TRY_MS * 2 ** Math.min(Math.max(failure.failures - 1, 0), 16);
  return random() * (failure.tooMany ? cap : Math.min(cap, doubled));
}
