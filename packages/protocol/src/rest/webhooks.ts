import { z } from "zod";

/** What another server can be told of; nothing of it says who the visitor is. */
export const WEBHOOK_EVENTS = [
  "ticket-issued",
  "ticket-called",
  "ticket-recalled",
  "call-retracted",
  "service-started",
  "ticket-held",
  "ticket-resumed",
  "ticket-completed",
  "ticket-no-show",
  "ticket-returned",
  "ticket-transferred",
  "ticket-cancelled",
  "appointment-booked",
  "appointment-moved",
  "appointment-cancelled",
  "appointment-checked-in",
  "appointment-missed",
  "appointment-restored",
  "appointment-completed",
  "queue-status-changed",
] as const;

const Events = z
  .array(z.enum(WEBHOOK_EVENTS))
  .min(1, "choose at least one")
  .max(WEBHOOK_EVENTS.length)
  .transform((events) => [...new Set(events)]);

const Url = z.string().trim().max(500).meta({ description: "https, on the public internet" });

export const WebhookBody = z.object({ url: Url, events: Events });
export const WebhookPatch = z.object({ url: Url, events: Events, active: z.boolean() }).partial();

const Delivery = z.object({
  event_id: z.string(),
  type: z.string(),
  at: z.string(),
  attempt: z.int(),
  outcome: z.enum(["delivered", "failed", "given-up"]),
  status: z.int().nullable().meta({ description: "What the other server answered" }),
  failure: z.string().nullable().meta({ description: "Why it answered nothing" }),
});

export const WebhookOnWire = z.object({
  id: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  active: z.boolean(),
  created_at: z.string(),
  last: Delivery.nullable().meta({ description: "The newest delivery" }),
});
export type WebhookOnWire = z.infer<typeof WebhookOnWire>;

export const WebhookList = z.object({ webhooks: z.array(WebhookOnWire) });
export const WebhookAnswer = z.object({ webhook: WebhookOnWire });

export const NewWebhookAnswer = z.object({
  webhook: WebhookOnWire,
  secret: z.string().meta({ description: "Signs what is sent; it is not shown again" }),
});

export const DeliveryList = z.object({ deliveries: z.array(Delivery) });
export const DeliveryAnswer = z.object({ delivery: Delivery });

/** The body of a delivery. */
export const WebhookEvent = z.object({
  id: z.string().meta({ description: "The same when it comes again" }),
  type: z.enum([...WEBHOOK_EVENTS, "test"]),
  at: z.string(),
  tenant: z.string(),
  shop_id: z.int().nullable(),
  seq: z.int().nullable(),
  ticket: z
    .object({ id: z.string(), number: z.string(), queue_id: z.string() })
    .nullable()
    .meta({ description: "Never who the visitor is" }),
  appointment: z
    .object({
      id: z.int(),
      start: z.string().nullable(),
      end: z.string().nullable(),
      service_id: z.int().nullable(),
      provider_id: z.string().nullable(),
    })
    .nullable()
    .meta({ description: "Its time and whom it is with, where it was booked or moved; else its id alone" }),
  queue: z.object({ id: z.string(), status: z.string() }).nullable(),
  counter_id: z.string().nullable(),
});
export type WebhookEvent = z.infer<typeof WebhookEvent>;
