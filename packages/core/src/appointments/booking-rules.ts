/** How a shop takes appointments. */
export interface BookingRules {
  /** Visitors may book by themselves; staff always may. */
  readonly open: boolean;
  /** Visits begin at multiples of this after the provider's day begins. */
  readonly stepMinutes: number;
  /** Visitors book no later than this before the visit. */
  readonly leadMinutes: number;
  /** Visitors book no further ahead than this. */
  readonly horizonDays: number;
  /** How long a slot is held while the form is open. */
  readonly holdMinutes: number;
  /** Visitors cancel or move no later than this before the visit. */
  readonly cancelMinutes: number;
  /** Check-in opens this long before the visit. */
  readonly checkInEarlyMinutes: number;
  /** Later than this after its start an appointment that nobody checked in is missed, and lost. */
  readonly checkInLateMinutes: number;
  /** How long a freed slot is kept for the one to whom it is offered from the waiting list. */
  readonly offerMinutes: number;
}

export const USUAL_BOOKING_RULES: BookingRules = {
  open: false,
  stepMinutes: 15,
  leadMinutes: 60,
  horizonDays: 60,
  holdMinutes: 10,
  cancelMinutes: 120,
  checkInEarlyMinutes: 60,
  checkInLateMinutes: 15,
  offerMinutes: 30,
};
