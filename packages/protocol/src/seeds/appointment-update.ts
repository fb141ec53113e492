import { z } from "zod";
import { eventPlace } from "./event-place.ts";

export const appointment = z.looseObject({
  id: z.int(),
  shop_id: z.int(),
  status: z.enum(["scheduled", "checked_in", "completed", "cancelled", "no_show"]),
});

/** Today's bookings and those of the next seven days, at most 500. */
export const appointmentUpdate = z.looseObject({
  type: z.literal("appointment_update"),
  appointments: z.array(appointment),
  ...eventPlace,
});
