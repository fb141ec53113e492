import { z } from "zod";
import { Role } from "./auth.ts";
import { BookingRulesOnWire } from "./booking.ts";
import { OpeningHoursInput, SpecialDays } from "./opening-hours.ts";
import {
  clearable,
  Colour,
  CounterLabel,
  Email,
  line,
  Locale,
  Password,
  PersonName,
  Slug,
  UNPRINTABLE,
  WebAddress,
} from "./text.ts";
import { Standing } from "./ticket.ts";

const ShopName = line(120, "a shop's name");

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    // RangeError is how Intl says "unknown".
    return false;
  }
}

const shopSettings = {
  name: ShopName,
  address: z
    .string()
    .trim()
    .max(300)
    .refine((value) => !UNPRINTABLE.test(value), "an address must not have control characters"),
  time_zone: z.string().max(64).refine(isTimeZone, "must be a time zone like Africa/Dakar"),
  locale: Locale,
  opening_hours: OpeningHoursInput,
  day_turns_at_minutes: z.int().min(0).max(1439),
  grace_minutes: z.int().min(0).max(1440),
  new_counters_by_label: z.boolean(),
  public_names: z.boolean(),
  phone_alone: z.boolean(),
  publish_record: z
    .boolean()
    .meta({ description: "Visitors see how often the waiting times came true; not unless told" }),
  special_days: SpecialDays,
  booking: BookingRulesOnWire.partial().meta({ description: "How the shop takes appointments" }),
};

export const ShopPatch = z.object(shopSettings).partial();
export const ShopBody = ShopPatch.extend({
  name: shopSettings.name,
  time_zone: shopSettings.time_zone,
  slug: Slug.optional(),
});

export const PolicyInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("fifo") }),
  z.object({ kind: z.literal("priority"), headStartMinutes: z.tuple([minutes(), minutes()]) }),
  z.object({ kind: z.literal("ratio"), ordinary: z.int().min(1).max(20), priority: z.int().min(1).max(20) }),
  z.object({ kind: z.literal("service-level"), targetMinutes: z.tuple([minutes(), minutes(), minutes()]) }),
]);

function minutes() {
  return z.int().min(0).max(1440);
}

const queueSettings = {
  name: line(80, "a queue's name"),
  prefix: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{1,3}$/, "must be 1 to 3 letters"),
  policy: PolicyInput,
  capacity: z.int().min(1).max(5000).nullable(),
  service_ids: z.array(z.int()).max(50),
  target_wait_minutes: z.int().min(1).max(1440),
  walk_ins_ahead: z.int().min(0).max(100).nullable().meta({
    description:
      "At most so many walk-ins are called before an appointment that is due; null: as if it had joined at its time",
  }),
  rank: z.int().min(0).max(1000),
};

export const QueuePatch = z.object(queueSettings).partial();
export const QueueBody = QueuePatch.extend({ name: queueSettings.name, prefix: queueSettings.prefix });

const serviceSettings = {
  name: line(80, "a service's name"),
  duration_minutes: z.int().min(1).max(600),
  buffer_before_minutes: z.int().min(0).max(240),
  buffer_after_minutes: z.int().min(0).max(240),
  bookable: z.boolean().meta({ description: "Whether appointments are made for it" }),
};
export const ServiceBody = z.object(serviceSettings).partial().extend({
  name: serviceSettings.name,
  duration_minutes: serviceSettings.duration_minutes,
});
export const ServicePatch = z.object(serviceSettings).partial();

export const CounterBody = z.object({ label: CounterLabel });

const displaySettings = {
  name: line(80, "a display's name"),
  type: z.enum(["tv", "main", "counter", "waiting"]),
  layout: z.enum(["split", "grid", "list", "fullscreen", "modern"]),
  theme: z
    .object({ primaryColor: Colour, backgroundColor: Colour, textColor: Colour, logo: clearable(WebAddress) })
    .partial(),
  queue_ids: z.array(z.string().max(100)).max(50),
  active: z.boolean(),
  public: z
    .boolean()
    .meta({ description: "Anyone who knows its address may look at it; unless told, in the demo only" }),
  visitor_names: z
    .enum(["none", "masked", "full"])
    .meta({ description: "What the board shows of visitors' names; none unless told" }),
  show_waits: z
    .boolean()
    .meta({ description: "How long whoever joins now waits, by queue; not shown unless told" }),
  auto_refresh_seconds: z.int().min(2).max(3600),
  custom_message: clearable(line(300, "a message")),
  secondary_message: clearable(line(300, "a message")),
  message_position: z.enum(["top", "bottom"]),
  show_video: z.boolean(),
  video_url: clearable(WebAddress),
  background_image: clearable(WebAddress),
  ticket_colors: z.record(z.string().max(100), Colour),
};

export const DisplayPatch = z.object(displaySettings).partial();
export const DisplayBody = DisplayPatch.extend({
  name: displaySettings.name,
  queue_ids: displaySettings.queue_ids,
});

/** Null: all of the organisation's shops. */
export const ShopScope = z.array(z.int()).min(1).max(500).nullable();

export const StaffBody = z.object({
  full_name: PersonName,
  email: Email,
  password: Password,
  role: Role,
  shop_ids: ShopScope.optional(),
});
export const StaffPatch = z
  .object({ full_name: PersonName, role: Role, shop_ids: ShopScope, active: z.boolean(), password: Password })
  .partial();

export const StaffMember = z.object({
  id: z.int(),
  full_name: z.string(),
  email: z.string(),
  role: Role,
  shop_ids: z.array(z.int()).nullable(),
  active: z.boolean(),
});
export const StaffList = z.object({ staff: z.array(StaffMember) });
export const StaffAnswer = z.object({ staff: StaffMember });

const ShopWire = z.looseObject({
  id: z.int(),
  slug: z.string(),
  name: z.string(),
  time_zone: z.string(),
  special_days: SpecialDays,
  booking: BookingRulesOnWire,
});
const QueueWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  prefix: z.string(),
  status: z.string(),
  walk_ins_ahead: z.int().nullable(),
});
const ServiceWire = z.object({
  id: z.int(),
  name: z.string(),
  duration_minutes: z.int(),
  buffer_before_minutes: z.int(),
  buffer_after_minutes: z.int(),
  bookable: z.boolean(),
  archived: z.boolean(),
});
const CounterWire = z.object({
  id: z.string(),
  label: z.string(),
  archived: z.boolean(),
  ticket_id: z.string().nullable(),
});
const DisplayWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  active: z.boolean(),
  public: z.boolean(),
  queue_ids: z.array(z.string()),
});

export const ShopList = z.object({ shops: z.array(ShopWire) });
export const ShopAnswer = Standing.extend({ shop: ShopWire });
export const QueueList = Standing.extend({ queues: z.array(QueueWire) });
export const QueueAnswer = Standing.extend({ queue: QueueWire });
export const ServiceList = Standing.extend({ services: z.array(ServiceWire) });
export const ServiceAnswer = Standing.extend({ service: ServiceWire });
export const CounterList = Standing.extend({ counters: z.array(CounterWire) });
export const CounterAnswer = Standing.extend({ counter: CounterWire });
export const DisplayList = Standing.extend({ displays: z.array(DisplayWire) });
export const DisplayAnswer = Standing.extend({ display: DisplayWire });
