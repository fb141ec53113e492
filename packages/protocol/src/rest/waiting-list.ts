import { z } from "zod";
import { BookableShop, BookAnswer } from "./booking.ts";
import { CalendarDate } from "./opening-hours.ts";
import { Email, Locale, noneWhenBlank, PersonName, Phone } from "./text.ts";
import { Standing } from "./ticket.ts";

/**
 * `waiting` → `offered` (a slot is kept for them until `offer.until`) → `booked`; an offer that is declined or not
 * answered goes on to the next one, and they wait again. `left`: by themselves or by staff. `over`: the last day
 * they could come is past.
 */
export const WaitingStatusOnWire = z.enum(["waiting", "offered", "booked", "left", "over"]);

const WallTime = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "must be a time like 08:30")
  .nullish()
  .transform((value) => value ?? null);
const Date = CalendarDate.nullish().transform((value) => value ?? null);

/** What somebody waits for. Dates and times are those of the shop's wall. */
const wish = {
  service_id: z.int(),
  provider_id: z
    .string()
    .max(100)
    .nullish()
    .transform((value) => value ?? null)
    .meta({ description: "Null or absent: anyone who offers it" }),
  from: Date.meta({ description: "First day on which they can come; null or absent: today" }),
  until: Date.meta({ description: "Last such day; null or absent: the last that can be booked now" }),
  from_time: WallTime.meta({ description: "The visit begins no earlier than this on its day" }),
  until_time: WallTime.meta({ description: "The visit begins before this on its day" }),
  number_of_people: z
    .int()
    .min(1)
    .max(50)
    .nullish()
    .transform((value) => value ?? 1),
  locale: Locale.nullish().transform((value) => value ?? null),
};

/** An offer has to reach them. */
export const JoinWaitingBody = z
  .object({
    ...wish,
    full_name: PersonName,
    phone_number: noneWhenBlank(Phone),
    email: noneWhenBlank(Email),
  })
  .refine(({ phone_number: phone, email }) => phone !== null || email !== null, {
    message: "give a phone number or an e-mail address",
    path: ["phone_number"],
  })
  .refine(({ from, until }) => from === null || until === null || from <= until, {
    message: "must not be before the first day",
    path: ["until"],
  })
  .refine(({ from_time: from, until_time: until }) => from === null || until === null || from < until, {
    message: "must be after the first time",
    path: ["until_time"],
  });
export type JoinWaitingBody = z.infer<typeof JoinWaitingBody>;

export const WaitingEntry = z.object({
  id: z.string(),
  shop_id: z.int(),
  status: WaitingStatusOnWire,
  service_id: z.int(),
  service_name: z.string(),
  provider_id: z.string().nullable(),
  provider_name: z.string().nullable().meta({ description: "Null: anyone" }),
  from: z.string(),
  until: z.string(),
  from_time: z.string().nullable(),
  until_time: z.string().nullable(),
  number_of_people: z.int(),
  created_at: z.string(),
  offer: z
    .object({
      appointment_time: z.string(),
      end_time: z.string(),
      provider_id: z.string(),
      provider_name: z.string(),
      until: z.string().meta({ description: "Accepted later, it is somebody else's" }),
    })
    .nullable()
    .meta({ description: "While `offered`" }),
});
export type WaitingEntry = z.infer<typeof WaitingEntry>;

/** As the one who waits sees it. */
export const OwnWaiting = Standing.extend({
  waiting: WaitingEntry,
  ahead: z
    .int()
    .nullable()
    .meta({ description: "How many wait for the same service since before; null where they no longer wait" }),
  tenant: z.object({ slug: z.string(), name: z.string(), locale: z.string() }),
  shop: BookableShop,
  appointment_url: z
    .string()
    .nullable()
    .meta({ description: "Since an offer was accepted: the appointment's private link" }),
});
export type OwnWaiting = z.infer<typeof OwnWaiting>;

export const JoinWaitingAnswer = OwnWaiting.extend({
  waiting_url: z.string().meta({
    description: "The entry's private link, `/waiting/{id}#k=…`; what follows `#k=` proves that it is yours",
  }),
  waiting_key: z.string().meta({
    description: "The same key, as the header `X-Waiting-Key`; the cookie does, too",
  }),
});
export type JoinWaitingAnswer = z.infer<typeof JoinWaitingAnswer>;

/** The appointment that was offered is booked. */
export const AcceptOfferAnswer = BookAnswer;

/** For staff; whose it is, for those who may see visitors. */
export const StaffWaitingEntry = WaitingEntry.extend({
  full_name: z
    .string()
    .nullable()
    .meta({ description: "Masked (`Jane S.`) for those who may not see visitors" }),
  phone_number: z.string().nullable(),
  email: z.string().nullable(),
});
export type StaffWaitingEntry = z.infer<typeof StaffWaitingEntry>;

/** Those who wait or have an offer, longest first; never more than the 200 that a shop's list holds. */
export const WaitingList = Standing.extend({ waiting: z.array(StaffWaitingEntry) });
export type WaitingList = z.infer<typeof WaitingList>;

export const StaffWaitingAnswer = Standing.extend({ waiting: StaffWaitingEntry });
export type StaffWaitingAnswer = z.infer<typeof StaffWaitingAnswer>;
