import { z } from "zod";
import { Email, noneWhenBlank, PersonName, Phone, Locale } from "./text.ts";
import { Standing, TicketStatusOnWire, TicketUrl } from "./ticket.ts";

export const SmartQueueStatus = z.enum(["en_attente", "appele", "en_service", "pause", "clos", "no_show"]);

export const PublicTenants = z.object({
  tenants: z.array(z.object({ slug: z.string(), name: z.string(), locale: z.string() })),
});

/** What appointments leave to walk-ins of a queue. */
const AfterBookings = {
  booked_within_hour: z.int().meta({
    description: "Visitors who are expected within the hour by appointment and have not checked in",
  }),
  capacity_left: z
    .int()
    .nullable()
    .meta({ description: "Places left after those who wait and those who are expected; null: no limit" }),
};

export const PublicQueueInfo = z.object({
  id: z.string(),
  name: z.string(),
  service: z.string(),
  site: z.string(),
  algorithm: z.enum(["fifo", "priority", "ratio", "service-level"]),
  waiting_count: z.int(),
  estimated_service_seconds: z.int(),
  max_capacity: z.int().nullable(),
  ...AfterBookings,
  status: z.enum(["open", "paused", "closed"]),
});

export const PublicQueues = z.object({
  tenant_name: z.string(),
  tenant_slug: z.string(),
  queues: z.array(PublicQueueInfo),
});

export const SignupBody = z.object({
  full_name: PersonName,
  email: noneWhenBlank(Email),
  phone: noneWhenBlank(Phone),
  locale: Locale.nullish().transform((value) => value ?? null),
  service_id: z
    .int()
    .nullish()
    .transform((value) => value ?? null),
});

const TicketBasics = z.object({
  ticket_id: z.string(),
  ticket_number: z.string(),
  queue_id: z.string(),
  queue_name: z.string(),
  service_name: z.string(),
  status: SmartQueueStatus,
  position: z.int().nullable(),
  eta_seconds: z.int().nullable(),
  created_at: z.string(),
});

export const SignupAnswer = TicketBasics.extend({ ticket_url: TicketUrl }).extend(Standing.shape);

export const PublicTicket = TicketBasics.extend({
  called_at: z.string().nullable(),
  started_at: z.string().nullable(),
  ended_at: z.string().nullable(),
  updated_at: z.string(),
  number: z.string(),
  native_status: TicketStatusOnWire,
  shop_id: z.int(),
  shop_slug: z.string(),
  shop_name: z.string(),
  tenant_slug: z.string(),
  ahead: z.int().nullable(),
  wait: z.object({ p10: z.number(), p50: z.number(), p90: z.number() }).nullable().meta({
    description: "Minutes until the call: one in ten is called by p10, half by p50, nine in ten by p90",
  }),
  counter: z.string().nullable(),
  calls: z.int(),
  outcome: z.enum(["served", "no_show", "left", "removed"]).nullable(),
  locale: z.string().nullable(),
  can_leave: z.boolean(),
}).extend(Standing.shape);
export type PublicTicket = z.infer<typeof PublicTicket>;

export const ConfirmAnswer = z
  .object({ status: z.literal("ok"), confirmed_at: z.string() })
  .extend(Standing.shape);

export const DisplayTickets = z.object({
  display: z.looseObject({
    id: z.string(),
    name: z.string(),
    type: z.string(),
    layout: z.string(),
    theme: z.object({
      primaryColor: z.string(),
      backgroundColor: z.string(),
      textColor: z.string(),
      logo: z.string().nullable(),
    }),
    auto_refresh_seconds: z.int(),
    show_video: z.boolean(),
    video_url: z.string().nullable(),
    background_image: z.string().nullable(),
    custom_message: z.string().nullable(),
    secondary_message: z.string().nullable(),
    message_position: z.string(),
    ticket_colors: z.record(z.string(), z.string()),
  }),
  tickets: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      queue_name: z.string(),
      queue_id: z.string(),
      status: SmartQueueStatus,
      called_at: z.string().nullable(),
      counter: z.union([z.string(), z.int()]).nullable(),
      agent_name: z.string().nullable(),
      visitor_name: z.string().optional(),
      calls: z.int(),
    }),
  ),
  waiting_stats: z.record(z.string(), z.int()),
  queues: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      prefix: z.string(),
      waiting: z.int(),
      wait: z
        .tuple([z.number(), z.number(), z.number()])
        .readonly()
        .optional()
        .meta({ description: "p50, p90, p10 in minutes for whoever joins now, where the display shows it" }),
    }),
  ),
  timestamp: z.string(),
  seq: z.int(),
  epoch: z.string(),
});
export type DisplayTickets = z.infer<typeof DisplayTickets>;

export const PingAnswer = z.object({ status: z.literal("ok"), timestamp: z.string() });

export const DisplayHome = z.object({ tenant_slug: z.string(), display_id: z.string(), shop_id: z.int() });

export const JoinPage = z.object({
  tenant: z.object({ slug: z.string(), name: z.string(), locale: z.string() }),
  shop: z.looseObject({
    id: z.int(),
    slug: z.string(),
    name: z.string(),
    open_now: z.boolean(),
    phone_required: z.boolean(),
    booking_open: z.boolean().meta({ description: "Visitors may book a time by themselves" }),
  }),
  queues: z.array(
    z.looseObject({ id: z.string(), name: z.string(), services: z.array(z.string()), ...AfterBookings }),
  ),
  services: z.array(z.looseObject({ id: z.int(), name: z.string() })),
  record: z.object({ inside: z.number(), settled: z.int() }).nullable().meta({
    description: "Share of forecast waits that came true, and of how many; where the shop tells it",
  }),
});
