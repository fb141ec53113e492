import { z } from "zod";
import { eventPlace } from "./event-place.ts";

const person = z.nullable(z.looseObject({ id: z.int(), full_name: z.string() }));

/** Names are masked and the rest of whose it is null without a staff session, unless the shop shows names to all. */
export const appointment = z.looseObject({
  id: z.int(),
  shop_id: z.int(),
  business_id: z.int(),
  status: z.enum(["scheduled", "checked_in", "completed", "cancelled", "no_show"]),
  appointment_time: z.iso.datetime(),
  end_time: z.iso.datetime(),
  /** Empty where no name was given. */
  full_name: z.string(),
  phone_number: z.nullable(z.string()),
  email: z.nullable(z.string()),
  notes: z.nullable(z.string()),
  number_of_people: z.int().positive(),
  service_id: z.int(),
  service: z.nullable(z.looseObject({ id: z.int(), name: z.string(), duration: z.number() })),
  barber_id: z.nullable(z.int()),
  barber: person,
  employee_id: z.nullable(z.int()),
  employee: person,
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  /** Since check-in. */
  ticket_id: z.nullable(z.string()),
  ticket_number: z.nullable(z.string()),
  on_my_way: z.nullable(z.iso.datetime()),
  late_minutes: z.nullable(z.int()),
});

/** Today's bookings and those of the next seven days, at most 500. */
export const appointmentUpdate = z.looseObject({
  type: z.literal("appointment_update"),
  appointments: z.array(appointment),
  ...eventPlace,
});
