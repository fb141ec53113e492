/** Without a proof of freshness for this long, a view is stale. */
export const STALE_AFTER_MS = 8_000;
/** Timers stand still while the machine sleeps: the clocks are looked at this often. */
export const LOOK_EVERY_MS = 2_000;
/** A heartbeat may overtake the last event by a few milliseconds: this much grace before asking again. */
export const BEHIND_GRACE_MS = 1_000;
/** A question that brought no answer within one beat is asked again. */
export const ASK_AGAIN_MS = 4_000;
export const REFUSED_RETRY_MS = 10_000;
/** Half of it to one and a half: a database that came back is not asked by every screen at once. */
export const UNAVAILABLE_RETRY_MS = 2_000;
/** How long a topic stays subscribed after its last listener left: screens change, frames go on. */
export const LINGER_MS = 5_000;
/** A stored view is written at most this often. */
export const SAVE_EVERY_MS = 2_000;
/** The store must answer within this, else the topic starts without it. */
export const LOAD_WITHIN_MS = 1_000;
export const POLL_EVERY_MS = 5_000;
export const POLL_HIDDEN_EVERY_MS = 30_000;
export const POLL_WITHIN_MS = 4_500;
/** Topics that nobody listens to and that are still remembered. */
export const IDLE_TOPICS = 32;
