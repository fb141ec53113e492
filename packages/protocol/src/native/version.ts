/** The subprotocol offered and answered on `/ws/v1`. */
export const SUBPROTOCOL = "callnext.v1";
