/**
 * Why nobody guesses a pairing code. There are 23^8 = 7.8 × 10^10 codes, at most 1,000 of them open at once, each for
 * 10 minutes: one guess hits with 1.3 × 10^-8. Guessing takes an account that may change devices. It has 10 wrong
 * codes in 15 minutes on each node, 960 a day, so that with every place taken all day it hits once in 220 years; an
 * address with any number of accounts has 30, so once in 74 years. What a hit gains is that a stranger's screen shows
 * the guesser's own display: nobody's data, and the screen's people see it at once.
 */
export const PAIRING_LIFE_MS = 10 * 60_000;
/** At one time, on the whole server. */
export const MOST_OPEN_PAIRINGS = 1_000;
/** New codes for one address in the life of one: a building full of unpaired screens behind one router. */
export const MOST_PAIRINGS_PER_ADDRESS = 60;
export const WRONG_CODES_WINDOW_MS = 15 * 60_000;
export const MOST_WRONG_PER_PERSON = 10;
export const MOST_WRONG_PER_ADDRESS = 30;
/** How often a screen asks whether its code was entered. */
export const POLL_SECONDS = 2;
/** Living devices of one organisation. */
export const MOST_DEVICES = 500;
