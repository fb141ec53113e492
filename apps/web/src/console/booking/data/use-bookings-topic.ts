import type { TopicState } from "@callnext/client";
import type { AppointmentsView } from "@callnext/protocol";
import { useTopic } from "@callnext/react";

/** Whom a shop expects today and in the seven days after, and who takes appointments; for its staff. */
export function useBookingsTopic(shopId: number): TopicState<AppointmentsView> {
  return useTopic<AppointmentsView>(`shop:${shopId}:appointments`);
}
