/** A session that nobody used for so long has ended: longer than a working day, shorter than a night and a day. */
export const IDLE_MS = 12 * 3_600_000;

/** How exactly "last seen" is kept: one write a minute for a session in use, however many requests it brings. */
export const SEEN_EVERY_MS = 60_000;
