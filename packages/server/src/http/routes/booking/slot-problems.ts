/** Why a slot is not given. */
export const SLOT_PROBLEMS = [
  "service-not-found",
  "provider-not-found",
  "booking-closed",
  "slot-not-offered",
  "slot-taken",
  "slot-too-soon",
  "slot-too-far",
  "too-many-appointments",
] as const;
