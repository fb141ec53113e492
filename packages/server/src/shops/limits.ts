/** Commands that may wait for one shop on one node. */
export const MAILBOX = 1_000;
/** How long a command waits in the mailbox before it is told that the shop is too busy. */
export const MAILBOX_WAIT_MS = 10_000;
/** Commands in one transaction. */
export const BATCH = 128;
/** How long a batch is tried again while the database is away. */
export const BATCH_TIME_MS = 8_000;
/** With the database away for this long, commands are refused at once. */
export const OUTAGE_MS = 3_000;
/** Shops held in memory although nobody follows them. */
export const HELD_SHOPS = 500;
/** Most events one read of the log gives. */
export const LOG_PAGE = 1_000;
/** How often the seqs of followed shops are compared with the database's. */
export const POLL_MS = 800;
