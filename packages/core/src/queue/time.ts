/** A moment: milliseconds since the Unix epoch. */
export type Instant = number;

/** A shop's service day as `YYYY-MM-DD`; it turns at the shop's hour (04:00 unless set otherwise), not at midnight. */
export type ServiceDay = string;
