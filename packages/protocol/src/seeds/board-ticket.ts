import { z } from "zod";

/** A ticket on the second document's boards. A visitor's name only where the display shows names. */
export const boardTicket = z.looseObject({
  id: z.string(),
  number: z.string(),
  queue_name: z.string(),
  queue_id: z.string(),
  status: z.enum(["en_attente", "appele", "en_service", "pause", "clos", "no_show"]),
  called_at: z.nullable(z.iso.datetime()),
  agent_name: z.nullable(z.string()),
  visitor_name: z.optional(z.string()),
  /** Came by appointment: the booked time. */
  appointment_time: z.optional(z.iso.datetime()),
  /** An integer where the label is digits. */
  counter: z.nullable(z.union([z.string(), z.int()])),
  /** Calls and recalls so far: (id, calls) names one announcement. */
  calls: z.int().nonnegative(),
});
