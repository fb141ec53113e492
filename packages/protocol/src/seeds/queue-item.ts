import { z } from "zod";

const agent = z.nullable(z.looseObject({ id: z.int(), full_name: z.string() }));
const time = z.nullable(z.iso.datetime());

/** One visitor in the first document's queue. Absent times are null. */
export const queueItem = z.looseObject({
  id: z.int(),
  shop_id: z.int(),
  business_id: z.int(),
  full_name: z.string(),
  phone_number: z.nullable(z.string()),
  status: z.enum(["CHECKED_IN", "ARRIVED", "IN_SERVICE", "COMPLETED", "CANCELLED"]),
  position_in_queue: z.int().nonnegative(),
  number_of_people: z.int().positive(),
  check_in_time: z.iso.datetime(),
  service_start_time: time,
  service_end_time: time,
  estimated_service_time: time,
  service_id: z.nullable(z.int()),
  service: z.nullable(z.looseObject({ id: z.int(), name: z.string(), duration: z.number() })),
  barber_id: z.nullable(z.int()),
  barber: agent,
  employee_id: z.nullable(z.int()),
  employee: agent,
  notes: z.nullable(z.string()),
  /** Came by appointment. */
  appointment_id: z.optional(z.nullable(z.int())),
  appointment_time: z.optional(time),
});
