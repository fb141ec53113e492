import { z } from "zod";
import { CalendarDate } from "./opening-hours.ts";
import { Email, line, Locale, noneWhenBlank, PersonName, Phone, UNPRINTABLE } from "./text.ts";
import { Standing, TicketOnWire, TicketUrl } from "./ticket.ts";

export const AppointmentStatusOnWire = z.enum([
  "held",
  "scheduled",
  "checked_in",
  "completed",
  "cancelled",
  "no_show",
]);

/** One appointment, for staff and for the pages of the first document. Times are ISO 8601, UTC. */
export const AppointmentOnWire = z
  .object({
    id: z.int(),
    shop_id: z.int(),
    business_id: z.int().meta({ description: "The same, in the first document's later naming" }),
    status: AppointmentStatusOnWire,
    appointment_time: z.string(),
    end_time: z.string(),
    full_name: z.string().nullable().meta({ description: "Masked (`Jane S.`) for those who are not staff" }),
    phone_number: z.string().nullable(),
    email: z.string().nullable(),
    notes: z.string().nullable(),
    number_of_people: z.int(),
    service_id: z.int(),
    service: z
      .object({ id: z.int(), name: z.string(), duration: z.int().meta({ description: "Minutes" }) })
      .nullable(),
    provider_id: z.string(),
    provider_name: z.string(),
    barber_id: z.int().nullable().meta({ description: "The member of staff, where a person is booked" }),
    barber: z.object({ id: z.int(), full_name: z.string() }).nullable(),
    employee_id: z.int().nullable(),
    employee: z.object({ id: z.int(), full_name: z.string() }).nullable(),
    created_at: z.string(),
    updated_at: z.string(),
    ticket_id: z.string().nullable().meta({ description: "Since check-in" }),
    ticket_number: z.string().nullable(),
    on_my_way: z.string().nullable().meta({ description: "When the visitor said so" }),
    late_minutes: z.int().nullable().meta({ description: "Expected so many minutes after the booked time" }),
    held_until: z.string().nullable(),
  })
  .meta({ description: "An appointment" });
export type AppointmentOnWire = z.infer<typeof AppointmentOnWire>;

const BookingTime = z.iso
  .datetime({ offset: true })
  .meta({ description: "When the visit begins; an instant with its offset, `2026-03-09T10:30:00-07:00`" });
const ProviderId = z.string().max(100);
const AnyProvider = ProviderId.nullish()
  .transform((value) => value ?? null)
  .meta({ description: "Null or absent: anyone who offers it and is free" });
const PartySize = z
  .int()
  .min(1)
  .max(50)
  .nullish()
  .transform((value) => value ?? 1);
const SpokenLocale = Locale.nullish().transform((value) => value ?? null);

/** What the visitor wants said; line breaks are kept. */
const Notes = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .refine((value) => !UNPRINTABLE.test(value.replaceAll(/\r?\n|\t/g, " ")), "notes must be plain text");

// ---- What is free -------------------------------------------------------------------------------------------

export const SlotsQuery = z.object({
  service_id: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, "must be a service's id")
    .transform(Number),
  provider_id: ProviderId.optional().meta({ description: "Absent: anyone" }),
  from: CalendarDate.optional().meta({ description: "First day, in the shop's calendar; absent: today" }),
  days: z
    .string()
    .regex(/^[1-9]\d?$/, "must be 1 to 62")
    .transform(Number)
    .pipe(z.int().max(62))
    .optional()
    .meta({ description: "How many days, at most 62; absent: 7" }),
  appointment_id: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, "must be an appointment's id")
    .transform(Number)
    .optional()
    .meta({ description: "The appointment that is to be moved: it is not in its own way" }),
});

export const SlotOnWire = z.object({
  start: z.string(),
  end: z.string(),
  provider_ids: z.array(z.string()).meta({ description: "Those who are free then" }),
});
export type SlotOnWire = z.infer<typeof SlotOnWire>;

export const SlotsAnswer = Standing.extend({
  time_zone: z.string(),
  days: z.array(
    z.object({
      date: z.string().meta({ description: "In the shop's calendar" }),
      slots: z.array(SlotOnWire),
    }),
  ),
});
export type SlotsAnswer = z.infer<typeof SlotsAnswer>;

// ---- The booking page ---------------------------------------------------------------------------------------

export const BookingRulesOnWire = z.object({
  open: z.boolean().meta({ description: "Visitors may book by themselves; staff always may" }),
  step_minutes: z.int().min(5).max(240),
  lead_minutes: z.int().min(0).max(43_200),
  horizon_days: z.int().min(0).max(365),
  hold_minutes: z.int().min(1).max(60),
  cancel_minutes: z.int().min(0).max(43_200),
  check_in_early_minutes: z.int().min(0).max(1440),
  check_in_late_minutes: z.int().min(0).max(1440),
  offer_minutes: z.int().min(1).max(1440),
});
export type BookingRulesOnWire = z.infer<typeof BookingRulesOnWire>;

export const BookableShop = z.object({
  id: z.int(),
  slug: z.string(),
  name: z.string(),
  address: z.string(),
  time_zone: z.string(),
  locale: z.string(),
});

export const BookingPage = Standing.extend({
  tenant: z.object({ slug: z.string(), name: z.string(), locale: z.string() }),
  shop: BookableShop,
  services: z.array(z.object({ id: z.int(), name: z.string(), duration_minutes: z.int() })),
  providers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      is_person: z.boolean().meta({ description: "Else a room or a chair" }),
      service_ids: z.array(z.int()).meta({ description: "What it offers, of the services here" }),
    }),
  ),
  rules: BookingRulesOnWire.meta({ description: "Where `open` is false, nobody books by themselves" }),
  today: z.string().meta({ description: "The date at the shop" }),
  special_days: z
    .array(z.object({ date: z.string(), label: z.string(), closed: z.boolean() }))
    .meta({ description: "Those within the horizon" }),
});
export type BookingPage = z.infer<typeof BookingPage>;

// ---- A visitor books ----------------------------------------------------------------------------------------

export const AppointmentKey = z.string().meta({
  description:
    "Proves that the appointment is yours, as the header `X-Appointment-Key`; the cookie does, too",
});

const HoldId = z
  .int()
  .nullish()
  .transform((value) => value ?? null);

export const HoldBody = z.object({
  hold_id: HoldId.meta({ description: "A slot of yours that is let go for this one" }),
  service_id: z.int(),
  provider_id: AnyProvider,
  appointment_time: BookingTime,
  number_of_people: PartySize,
  locale: SpokenLocale,
});
export const HoldAnswer = Standing.extend({
  hold: z.object({
    id: z.int(),
    held_until: z.string(),
    service_id: z.int(),
    provider_id: z.string(),
    provider_name: z.string(),
    appointment_time: z.string(),
    end_time: z.string(),
    number_of_people: z.int(),
  }),
  appointment_key: AppointmentKey,
});
export type HoldAnswer = z.infer<typeof HoldAnswer>;

export const ReleasedAnswer = Standing;

const contact = {
  full_name: PersonName,
  phone_number: noneWhenBlank(Phone),
  email: noneWhenBlank(Email),
  notes: noneWhenBlank(Notes),
  locale: SpokenLocale,
};

/** The slot is the one held by `hold_id` where that still holds this service at this time, else a free one. */
export const BookBody = z
  .object({
    ...contact,
    hold_id: HoldId,
    service_id: z.int(),
    provider_id: AnyProvider,
    appointment_time: BookingTime,
    number_of_people: PartySize,
  })
  .refine(({ phone_number: phone, email }) => phone !== null || email !== null, {
    message: "give a phone number or an e-mail address",
    path: ["phone_number"],
  });

const AppointmentUrl = z.string().meta({
  description: "The appointment's private link; what follows `#k=` proves that it is yours",
});

/** An appointment as the one who booked it sees it, and what they may do about it just now. */
export const OwnAppointment = Standing.extend({
  appointment: AppointmentOnWire,
  tenant: z.object({ slug: z.string(), name: z.string(), locale: z.string() }),
  shop: BookableShop,
  can: z.object({
    move: z.boolean(),
    cancel: z.boolean(),
    say_on_my_way: z.boolean(),
    check_in: z.boolean(),
  }),
  change_until: z.string().meta({ description: "Until then it may be moved or cancelled" }),
  check_in_opens: z.string(),
  check_in_closes: z.string(),
  ticket_url: TicketUrl.nullable().meta({ description: "Since check-in" }),
});
export type OwnAppointment = z.infer<typeof OwnAppointment>;

export const BookAnswer = OwnAppointment.extend({
  appointment_url: AppointmentUrl,
  appointment_key: AppointmentKey,
});
export type BookAnswer = z.infer<typeof BookAnswer>;

// ---- Moving, by visitor and by desk ---------------------------------------------------------------------------

export const MoveBody = z.object({
  appointment_time: BookingTime,
  provider_id: ProviderId.nullish()
    .transform((value) => value ?? null)
    .meta({ description: "Null or absent: whoever has it now, or else anyone who is free" }),
  service_id: z
    .int()
    .nullish()
    .transform((value) => value ?? null)
    .meta({ description: "Null or absent: as it is" }),
});

// ---- The desk -------------------------------------------------------------------------------------------------

export const AppointmentsQuery = z.object({
  from: z.iso.datetime({ offset: true }).optional().meta({ description: "Absent: the start of today" }),
  to: z.iso.datetime({ offset: true }).optional().meta({ description: "Absent: seven days after `from`" }),
  provider_id: ProviderId.optional(),
  status: AppointmentStatusOnWire.optional(),
  cursor: z.string().max(300).optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, "must be 1 to 500")
    .transform(Number)
    .pipe(z.int().max(500))
    .optional()
    .meta({ description: "At most 500; absent: 200" }),
});

/** Ordered by their time. */
export const AppointmentPage = Standing.extend({
  appointments: z.array(AppointmentOnWire),
  next: z.string().nullable().meta({ description: "The `cursor` of the next page" }),
});
export type AppointmentPage = z.infer<typeof AppointmentPage>;

export const DeskBookBody = z.object({
  service_id: z.int(),
  provider_id: AnyProvider,
  appointment_time: BookingTime,
  number_of_people: PartySize,
  full_name: noneWhenBlank(PersonName),
  phone_number: noneWhenBlank(Phone),
  email: noneWhenBlank(Email),
  notes: noneWhenBlank(Notes),
  locale: SpokenLocale,
});

export const AppointmentAnswer = Standing.extend({ appointment: AppointmentOnWire });
export type AppointmentAnswer = z.infer<typeof AppointmentAnswer>;
export const DeskBookAnswer = AppointmentAnswer.extend({ appointment_url: AppointmentUrl });

export const LateBody = z.object({
  minutes: z
    .int()
    .min(1)
    .max(600)
    .nullable()
    .meta({ description: "Expected so long after the booked time; null: on time after all" }),
});

/** As visitors say it. */
export const OwnLateBody = z.object({ minutes: z.int().min(1).max(60).nullable() });

/** Check-in makes the ticket. */
export const CheckInAnswer = AppointmentAnswer.extend({ ticket: TicketOnWire, ticket_url: TicketUrl });
export type CheckInAnswer = z.infer<typeof CheckInAnswer>;

/** The steps at the desk that take no body and answer with the appointment. `check-in`, `move` and `late` are apart. */
export const APPOINTMENT_STEPS = ["cancel", "on-my-way", "no-show", "restore", "complete"] as const;
export type AppointmentStep = (typeof APPOINTMENT_STEPS)[number];

// ---- Calendar feeds -------------------------------------------------------------------------------------------

export const CalendarFeedBody = z.object({
  name: line(80, "a calendar's name"),
  provider_id: ProviderId.nullish()
    .transform((value) => value ?? null)
    .meta({ description: "One provider's appointments; null or absent: the whole shop's" }),
});

export const CalendarFeedOnWire = z.object({
  id: z.string(),
  name: z.string(),
  shop_id: z.int(),
  provider_id: z.string().nullable(),
  provider_name: z.string().nullable(),
  made_by: z.int().meta({ description: "A member of staff: the calendar shows what they may see" }),
  created_at: z.string(),
  last_read_at: z.string().nullable().meta({ description: "To the minute" }),
});
export type CalendarFeedOnWire = z.infer<typeof CalendarFeedOnWire>;

export const CalendarFeedList = z.object({ feeds: z.array(CalendarFeedOnWire) });
export const NewCalendarFeedAnswer = z.object({
  feed: CalendarFeedOnWire,
  url: z
    .string()
    .meta({ description: "Its secret address, for a calendar program to subscribe to; not shown again" }),
});
