export const MAX_TOPICS_PER_SOCKET = 16;
export const MAX_CALLS_PER_SEEN = 32;
/** A longer frame from a client ends the socket with 1009. */
export const MAX_UP_FRAME_BYTES = 16 * 1024;
