import { isoTime } from "@callnext/core";
import type { webhookBodies } from "@callnext/protocol";
import type { Delivery, Webhook } from "../../webhooks/webhook.ts";

export function webhookOnWire({
  id,
  url,
  events,
  active,
  createdAt,
  last,
}: Webhook): webhookBodies.WebhookOnWire {
  return {
    id,
    url,
    events: [...events],
    active,
    created_at: isoTime(createdAt.getTime()),
    last: last === null ? null : deliveryOnWire(last),
  };
}

export function deliveryOnWire({ eventId, type, at, attempt, outcome, status, failure }: Delivery) {
  return { event_id: eventId, type, at: isoTime(at.getTime()), attempt, outcome, status, failure };
}
