import type { CallnextClient } from "@callnext/client";
import type { webhookBodies } from "@callnext/protocol";
import { queryOptions } from "@tanstack/react-query";

/** In the order of a visit. */
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
] as const satisfies readonly Exclude<webhookBodies.WebhookEvent["type"], "test">[];

export interface Delivery {
  readonly event_id: string;
  readonly type: string;
  readonly at: string;
  readonly attempt: number;
  readonly outcome: "delivered" | "failed" | "given-up";
  readonly status: number | null;
  readonly failure: string | null;
}

export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly active: boolean;
  readonly last: Delivery | null;
}

export function webhooksQuery(client: CallnextClient, tenant: string) {
  return queryOptions({
    queryKey: ["tenant", tenant, "webhooks"],
    queryFn: async () =>
      (await client.request<{ webhooks: readonly Webhook[] }>("GET", `/tenants/${tenant}/webhooks`)).webhooks,
  });
}

const LOOK_EVERY_MS = 3_000;

export function deliveriesQuery(client: CallnextClient, tenant: string, id: string) {
  return queryOptions({
    queryKey: ["tenant", tenant, "webhooks", id],
    queryFn: async () => {
      const path = `/tenants/${tenant}/webhooks/${id}/deliveries`;
      return (await client.request<{ deliveries: readonly Delivery[] }>("GET", path)).deliveries;
    },
    refetchInterval: LOOK_EVERY_MS,
  });
}
