/** A connection can be dead without saying so: one that leaves this question unanswered is replaced. */
export const CHECK_EVERY_MS = 5_000;
export const ANSWER_WITHIN_MS = 3_000;
export const OPEN_WITHIN_MS = 5_000;
/** Between attempts to open a connection: doubled from the first to the longest. */
export const FIRST_PAUSE_MS = 100;
export const LONGEST_PAUSE_MS = 2_000;
/** Notes waiting to be sent; those beyond are lost. */
export const MOST_NOTES = 1_000;
/** How long a bus that is closed waits for the load on its way. */
export const CLOSE_WITHIN_MS = 1_000;
