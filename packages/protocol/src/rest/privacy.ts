import { z } from "zod";
import { Email, Phone } from "./text.ts";

const RetentionDays = z.int().min(1).max(3650);
const AuditDays = z.int().min(90).max(3650);

export const PrivacyPatch = z
  .object({
    /** Visitors' data is erased so many days after the visit. */
    retention_days: RetentionDays,
    /** The audit log keeps its entries so many days. */
    audit_days: AuditDays,
  })
  .partial();

const PrivacyRun = z.object({
  started_at: z.iso.datetime(),
  /** Null while it runs, and where it was cut off. */
  finished_at: z.iso.datetime().nullable(),
  /** Erased was what ended before. */
  cutoff: z.iso.datetime(),
  retention_days: z.int(),
  erased: z.int(),
  audit_pruned: z.int(),
  /** Of the visits whose data is still held, the earliest end. */
  oldest_left: z.iso.datetime().nullable(),
  /** A second look found nothing older than the cutoff. */
  verified: z.boolean().nullable(),
});

export const PrivacyAnswer = z.object({
  retention_days: z.int(),
  audit_days: z.int(),
  /** Newest first. */
  runs: z.array(PrivacyRun),
});

export const PrivacyRunAnswer = z.object({ run: PrivacyRun });

/** Exactly one of them, and exactly as it was given. */
export const PersonSearch = z.union([
  z.strictObject({ phone: Phone }),
  z.strictObject({ email: Email }),
  z.strictObject({
    ticket_number: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{1,3}\d{3,6}$/, "must be a ticket's number like A001"),
  }),
]);

export const PersonMatch = z.object({
  ticket_id: z.string(),
  number: z.string(),
  service_day: z.string(),
  shop_id: z.int(),
  shop_name: z.string(),
  status: z.string(),
  joined_at: z.iso.datetime(),
  /** Null where nothing is held any more. */
  person: z
    .object({
      full_name: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
    })
    .nullable(),
});

export const AppointmentMatch = z.object({
  appointment_id: z.int(),
  /** In the shop's calendar. */
  day: z.string(),
  shop_id: z.int(),
  shop_name: z.string(),
  status: z.string(),
  appointment_time: z.iso.datetime(),
  booked_at: z.iso.datetime(),
  /** Null where nothing is held any more. */
  person: z
    .object({
      full_name: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      notes: z.string().nullable(),
    })
    .nullable(),
});

/** A place on a waiting list. */
export const WaitingMatch = z.object({
  waiting_id: z.string(),
  shop_id: z.int(),
  shop_name: z.string(),
  status: z.string(),
  from: z.string(),
  until: z.string(),
  joined_at: z.iso.datetime(),
  /** Null once they no longer wait. */
  person: z
    .object({
      full_name: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
    })
    .nullable(),
});

/** At most 200 of each, newest first. */
export const PersonMatches = z.object({
  tickets: z.array(PersonMatch),
  appointments: z.array(AppointmentMatch),
  waiting: z.array(WaitingMatch),
  more: z.boolean(),
});

const MOST_AT_ONCE = 50;
const LARGEST_ROW = 2_147_483_647;

export const PersonVisits = z
  .object({
    ticket_ids: z
      .array(z.uuid())
      .max(MOST_AT_ONCE)
      .optional()
      .transform((ids) => ids ?? []),
    appointment_ids: z
      .array(z.int().min(1).max(LARGEST_ROW))
      .max(MOST_AT_ONCE)
      .optional()
      .transform((ids) => ids ?? []),
    waiting_ids: z
      .array(z.uuid())
      .max(MOST_AT_ONCE)
      .optional()
      .transform((ids) => ids ?? []),
  })
  .refine((ids) => ids.ticket_ids.length + ids.appointment_ids.length + ids.waiting_ids.length > 0, {
    message: "name at least one ticket, appointment or place on a waiting list",
    path: ["ticket_ids"],
  });

/** What happened, oldest first. */
const Events = z.array(z.object({ at: z.iso.datetime(), type: z.string(), by: z.string() }));

export const PersonExport = z.object({
  exported_at: z.iso.datetime(),
  tenant: z.string(),
  tickets: z.array(
    PersonMatch.extend({
      /** The ticket as it stands, without the person. */
      ticket: z.record(z.string(), z.unknown()),
      events: Events,
    }),
  ),
  appointments: z.array(
    AppointmentMatch.extend({
      /** The appointment as it stands, without the person. */
      appointment: z.record(z.string(), z.unknown()),
      events: Events,
    }),
  ),
  waiting: z.array(WaitingMatch),
});

/** Of how many tickets, appointments and places on a waiting list something was erased. */
export const PersonErased = z.object({ erased: z.int() });
