import type { CallnextClient } from "@callnext/client";
import type { AppointmentOnWire, AppointmentPage } from "@callnext/protocol";
import { queryOptions } from "@tanstack/react-query";

/** A week of the largest shop we know of has fewer. */
const MOST_PAGES = 10;

/** What begins in [from, until), instants in ms. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** A stretch of the calendar that the live topic does not reach. */
export function appointmentsQuery(
  client: CallnextClient,
  tenant: string,
  shopId: number,
  { from, until }: Stretch,
) {
  return queryOptions({
    queryKey: ["tenant", tenant, "appointments", shopId, from, until],
    refetchInterval: 15_000,
    queryFn: async () => {
      const found: AppointmentOnWire[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const search = new URLSearchParams({
          from: new Date(from).toISOString(),
          to: new Date(until).toISOString(),
          limit: "500",
        });
        if (cursor !== null) search.set("cursor", cursor);
        const path = `/tenants/${tenant}/shops/${shopId}/appointments?${search.toString()}`;
        const answer: AppointmentPage = await client.request<AppointmentPage>("GET", path);
        found.push(...answer.appointments);
        cursor = answer.next;
        if (cursor === null) break;
      }
      return found;
    },
  });
}
