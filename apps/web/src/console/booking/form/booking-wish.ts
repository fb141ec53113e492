/** What is known when somebody begins to book. */
export interface BookingWish {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** A time that was pointed at, ms; null: to be chosen. */
  readonly start: number | null;
  /** Null: anyone. */
  readonly providerId: string | null;
  /** The visitor stands at the desk: checked in at once. */
  readonly here: boolean;
}
