import type { EventOf } from "../event-of.ts";
import { changeQueue, type Draft } from "./draft.ts";
import { applyQueueConfigured } from "./queue-configured.ts";

/** What administrators set, and what staff say of a queue. */
export const applyConfiguration = (
  draft: Draft,
  event: EventOf<
    | "shop-configured"
    | "service-configured"
    | "queue-configured"
    | "queue-status-changed"
    | "counter-configured"
    | "display-configured"
    | "display-refreshed"
    | "provider-configured"
  >,
): void => {
  switch (event.type) {
    case "shop-configured":
      draft.shop = event.shop;
      return;
    case "service-configured":
      draft.services.set(event.service.id, event.service);
      return;
    case "queue-configured":
      return applyQueueConfigured(draft, event);
    case "queue-status-changed":
      changeQueue(draft, event.queueId, { status: event.status });
      return;
    case "counter-configured":
      draft.counters.set(event.counter.id, event.counter);
      return;
    case "display-configured":
      draft.displays.set(event.display.id, event.display);
      return;
    case "display-refreshed":
      // Tells the board to fetch everything anew; the state stays as it is.
      return;
    case "provider-configured":
      draft.providers = new Map(draft.providers).set(event.provider.id, event.provider);
      return;
  }
};
