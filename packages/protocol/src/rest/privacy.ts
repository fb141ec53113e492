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

/** At most 200, newest first. */
export const PersonMatches = z.object({ tickets: z.array(PersonMatch), more: z.boolean() });

export const PersonTickets = z.object({ ticket_ids: z.array(z.uuid()).min(1).max(50) });

export const PersonExport = z.object({
  exported_at: z.iso.datetime(),
  tenant: z.string(),
  tickets: z.array(
    PersonMatch.extend({
      /** The ticket as it stands, without the person. */
      ticket: z.record(z.string(), z.unknown()),
      /** What happened to it, oldest first. */
      events: z.array(z.object({ at: z.iso.datetime(), type: z.string(), by: z.string() })),
    }),
  ),
});

/** Of how many visits something was erased. */
export const PersonErased = z.object({ erased: z.int() });
