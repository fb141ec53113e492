/** The subprotocol offered and answered on `/ws/v1`. */
export const SUBPROTOCOL = "callnext.v1";

/** Of all sockets' messages. Each change of them has its line in HISTORY.md. */
export const PROTOCOL_VERSION = "1.3";
