import { z } from "zod";
import { queueItem } from "../seeds/queue-item.ts";
import { queuePageUpdate } from "../seeds/queue-page-update.ts";
import { AppointmentOnWire } from "./booking.ts";
import { Email, Locale, noneWhenBlank, PersonName, Phone } from "./text.ts";

// What the first document's own pages send and read. Its later naming says `business` and `employee` where the older
// one says `shop` and `barber`; either is understood everywhere, and answers carry both.

/** How errors look here. Some of the pages read `message`, so that it says the same. */
export const Detail = z
  .looseObject({
    detail: z.string(),
    message: z.string(),
    code: z.string().meta({ description: "Stable, as in the other errors of this server" }),
  })
  .meta({ description: "What went wrong" });

const Id = z.union([
  z.int().positive(),
  z
    .string()
    .regex(/^[1-9]\d{0,9}$/, "must be an id")
    .transform(Number),
]);
const OptionalId = Id.nullish().transform((value) => value ?? null);

// ---- Signing in ----------------------------------------------------------------------------------------------

const LoginName = z.string().trim().toLowerCase().max(254);
export const LoginBody = z
  .object({
    username: LoginName.optional().meta({ description: "The e-mail address" }),
    email: LoginName.optional(),
    password: z.string().max(1_000),
  })
  .refine(({ username, email }) => (username ?? email ?? "") !== "", {
    message: "give the e-mail address",
    path: ["username"],
  });

export const SignedIn = z.object({
  user_id: z.int().meta({ description: "The member of staff" }),
  full_name: z.string(),
  email: z.string(),
  phone_number: z.string().meta({ description: "Empty: accounts here have none" }),
  role: z.enum(["SHOP_OWNER", "BARBER"]),
  is_active: z.boolean(),
  created_at: z.string(),
  is_first_login: z.boolean(),
});
export type SignedIn = z.infer<typeof SignedIn>;

export const LoginAnswer = SignedIn.extend({
  access_token: z.string(),
  token_type: z.literal("bearer"),
});

// ---- Shops, people and services ------------------------------------------------------------------------------

export const CompatService = z.object({
  id: z.int(),
  name: z.string(),
  duration: z.int().meta({ description: "Minutes" }),
  price: z.number().meta({ description: "0: no prices are kept here" }),
  shop_id: z.int(),
  business_id: z.int(),
});
export type CompatService = z.infer<typeof CompatService>;

export const CompatSchedule = z.object({
  id: z.int(),
  day_of_week: z.int().meta({ description: "0 is Sunday" }),
  day_name: z.string(),
  start_time: z.string().meta({ description: "`HH:MM` at the shop" }),
  end_time: z.string(),
  formatted_time: z.string(),
});
export type CompatSchedule = z.infer<typeof CompatSchedule>;

export const CompatEmployee = z.object({
  id: z.int().meta({ description: "The member of staff" }),
  user_id: z.int(),
  shop_id: z.int(),
  business_id: z.int(),
  full_name: z.string(),
  status: z.enum(["available", "in_service"]),
  is_active: z.boolean(),
  email: z.string().meta({ description: "Empty for those who are not staff" }),
  phone_number: z.string(),
  services: z.array(CompatService),
  schedules: z.array(CompatSchedule),
});
export type CompatEmployee = z.infer<typeof CompatEmployee>;

const OperatingHours = z.object({
  id: z.int(),
  day_of_week: z.int(),
  day_name: z.string(),
  is_closed: z.boolean(),
  opening_time: z.string().nullable(),
  closing_time: z.string().nullable(),
  lunch_break_start: z.string().nullable(),
  lunch_break_end: z.string().nullable(),
  formatted_hours: z.string(),
});
export type OperatingHours = z.infer<typeof OperatingHours>;

export const CompatShop = z.object({
  id: z.int(),
  shop_id: z.int(),
  business_id: z.int(),
  name: z.string(),
  slug: z.string(),
  username: z.string(),
  address: z.string(),
  city: z.string(),
  state: z.string(),
  zip_code: z.string(),
  phone_number: z.string(),
  email: z.string(),
  timezone: z.string(),
  opening_time: z.string().nullable().meta({ description: "Of today" }),
  closing_time: z.string().nullable(),
  formatted_hours: z.string().meta({ description: "Of today, `09:00 AM - 05:00 PM`" }),
  operating_hours: z.array(OperatingHours),
  is_open: z.boolean(),
  average_wait_time: z.number().meta({ description: "Minutes" }),
  estimated_wait_time: z.int().meta({ description: "Minutes, for somebody who came now" }),
});
export type CompatShop = z.infer<typeof CompatShop>;

export const CompatShopDetails = CompatShop.extend({
  barbers: z.array(CompatEmployee),
  employees: z.array(CompatEmployee),
  services: z.array(CompatService),
});
export type CompatShopDetails = z.infer<typeof CompatShopDetails>;

/** Pages write a name without a value where they have none. */
function blankIsNone<Output>(schema: z.ZodType<Output, string>) {
  return z.union([z.literal("").transform(() => undefined), schema]).optional();
}

const numberUpTo = (most: number, what: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,9}$/, `must be ${what}`)
    .transform((text) => Math.min(Number(text), most));

export const ListingQuery = z.object({
  search: z.string().trim().max(100).optional(),
  page: blankIsNone(numberUpTo(100_000, "a page's number")),
  limit: blankIsNone(numberUpTo(100, "1 to 100")).meta({ description: "At most 100; absent: 100" }),
});
export const ListingAnswer = z.object({
  items: z.array(CompatShop),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
});

// ---- Dashboard -----------------------------------------------------------------------------------------------

const AtWork = z.object({
  barber_id: z.int(),
  employee_id: z.int(),
  full_name: z.string(),
  customers_served: z.int(),
});
const DashboardShop = z.object({
  shop_id: z.int(),
  shop_name: z.string(),
  business_id: z.int(),
  business_name: z.string(),
  total_customers_today: z.int(),
  customers_in_queue: z.int(),
  customers_served: z.int(),
  cancellations: z.int(),
  average_wait_time: z.number().meta({ description: "Seconds from joining to the call" }),
  barber_management: z.array(AtWork),
  employee_management: z.array(AtWork),
});
export type DashboardShop = z.infer<typeof DashboardShop>;

/** The same shops under the names of both namings. */
export const Dashboard = z.object({
  shops: z.array(DashboardShop),
  businesses: z.array(DashboardShop),
  daily_insights: z.object({ total_customer_visits_today: z.int(), average_wait_time: z.number() }),
  historical_trends: z
    .array(z.object({ date: z.string(), total_visits: z.int(), average_wait_time: z.number() }))
    .meta({ description: "The last seven service days, today's last" }),
});
export type Dashboard = z.infer<typeof Dashboard>;

// ---- The queue -----------------------------------------------------------------------------------------------

export const CompatItem = queueItem;
export const WaitingItem = queueItem.extend({
  estimated_wait_time: z.int().meta({ description: "Minutes" }),
  barber_name: z.string().nullable(),
  employee_name: z.string().nullable(),
  service_name: z.string().nullable(),
});
export const DisplayFrame = queuePageUpdate;

export const ReorderBody = z.object({
  reordered_entries: z
    .array(z.object({ queue_id: Id, new_position: z.int().min(1).max(100_000) }))
    .min(1)
    .max(500)
    .meta({ description: "Often only the one that was moved; `queue_id` is the item's id" }),
  status: z.string().max(40).optional().meta({ description: "Not looked at" }),
});

export const ITEM_STATUSES = ["CHECKED_IN", "ARRIVED", "IN_SERVICE", "COMPLETED", "CANCELLED"] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];
export const ItemStatusBody = z.object({
  status: z.string().max(40).toUpperCase().pipe(z.enum(ITEM_STATUSES)),
});

export const EmployeeBody = z
  .object({ barber_id: Id.nullable().optional(), employee_id: Id.nullable().optional() })
  .refine(({ barber_id, employee_id }) => barber_id !== undefined || employee_id !== undefined, {
    message: "give the employee, or null for none",
    path: ["employee_id"],
  })
  .transform(({ barber_id, employee_id }) => ({ employeeId: barber_id ?? employee_id ?? null }));
export const ServiceBody = z.object({ service_id: Id.nullable() });

const ofShop = { shop_id: OptionalId, business_id: OptionalId };
const NO_SHOP = { message: "give the shop", path: ["business_id"] };
const namesShop = ({
  shop_id,
  business_id,
}: {
  shop_id: number | null;
  business_id: number | null;
}): boolean => shop_id !== null || business_id !== null;

const wished = {
  service_id: OptionalId,
  barber_id: OptionalId,
  employee_id: OptionalId,
  full_name: PersonName,
  phone_number: Phone,
  number_of_people: z
    .int()
    .min(1)
    .max(50)
    .nullish()
    .transform((value) => value ?? 1),
  locale: Locale.nullish().transform((value) => value ?? null),
};

export const CompatJoinBody = z.object({ ...ofShop, ...wished }).refine(namesShop, NO_SHOP);

/** Phones as they come in addresses, where a `+` may have become a space. */
const AskedPhone = z
  .string()
  .max(40)
  .transform((value) => value.replace(/\D/g, ""))
  .refine((digits) => /^\d{7,15}$/.test(digits), "a phone number has 7 to 15 digits");
const ShopRef = z.string().min(1).max(60);
const Code = z
  .string()
  .regex(/^\d{6}$/, "a code has 6 digits")
  .optional()
  .meta({ description: "The one sent to the phone, where the shop does not go by the phone number alone" });

export const PhoneQuery = z
  .object({ phone: AskedPhone, shop_id: ShopRef.optional(), business_id: ShopRef.optional(), code: Code })
  .refine(({ shop_id, business_id }) => (shop_id ?? business_id) !== undefined, NO_SHOP);
export const LeaveAnswer = z.object({ message: z.string(), queue_entry_id: z.int() });

export const CodeBody = z.object({ ...ofShop, phone: Phone }).refine(namesShop, NO_SHOP);
export const CodeAnswer = z.object({
  message: z.string(),
  expires_in: z.int().meta({ description: "Seconds" }),
});

// ---- Appointments --------------------------------------------------------------------------------------------

const booked = z
  .object({ id: z.int(), full_name: z.string(), status: z.enum(["available", "in_service"]) })
  .nullable();
export const CompatAppointment = AppointmentOnWire.extend({
  service: z.object({ id: z.int(), name: z.string(), duration: z.int(), price: z.number() }).nullable(),
  barber: booked,
  employee: booked,
});
export type CompatAppointment = z.infer<typeof CompatAppointment>;

/** An instant with its offset, or the wall clock's time in `user_timezone` (without that: the shop's). */
const Time = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/,
    "must be a time like 2026-03-09T10:30:00Z",
  );
const TimeZone = z.string().max(64).nullish();

export const CompatBookBody = z
  .object({
    ...ofShop,
    ...wished,
    appointment_time: Time,
    user_timezone: TimeZone,
    email: noneWhenBlank(Email),
  })
  .refine(namesShop, NO_SHOP);

export const CompatMoveBody = z.object({
  appointment_time: Time.optional(),
  service_id: OptionalId,
  barber_id: OptionalId,
  employee_id: OptionalId,
  user_timezone: TimeZone,
});

export const AppointmentPhoneQuery = z.object({ phone_number: AskedPhone.optional(), code: Code });
export const OwnAppointmentsQuery = z.object({
  phone_number: AskedPhone,
  shop_id: ShopRef.optional(),
  business_id: ShopRef.optional(),
  code: Code,
});

export const APPOINTMENT_STATUSES = ["scheduled", "checked_in", "completed", "cancelled", "no_show"] as const;
export type CompatAppointmentStatus = (typeof APPOINTMENT_STATUSES)[number];
const Status = z.string().max(40).toLowerCase().pipe(z.enum(APPOINTMENT_STATUSES));
export const AppointmentStatusBody = z.object({ status: Status });
const StaffId = blankIsNone(numberUpTo(2_147_483_647, "an id"));
export const ShopAppointmentsQuery = z.object({
  status: blankIsNone(Status),
  barber_id: StaffId,
  employee_id: StaffId,
});
