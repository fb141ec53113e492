import type { TopicState } from "@callnext/client";
import type { AppointmentsView } from "@callnext/protocol";
import { useTopic } from "./use-topic.ts";

/** A shop's appointments of today and the seven days after, for its staff. */
export function useAppointments(shopId: number | null): TopicState<AppointmentsView> {
  return useTopic<AppointmentsView>(shopId === null ? null : `shop:${shopId}:appointments`);
}
