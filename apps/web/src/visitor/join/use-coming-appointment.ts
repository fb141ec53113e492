import type { CallnextClient } from "@callnext/client";
import type { OwnAppointment } from "@callnext/protocol";
import { useEffect, useState } from "react";
import { browserStorage } from "../../pages-shared/browser-storage.ts";
import { appointmentHeaders, appointmentPath } from "../booking-paths.ts";
import { keptAppointments } from "../kept-appointments.ts";

/** Somebody who stands at the door comes for an appointment of about now. */
const AROUND_MS = 12 * 3_600_000;
/** Further ones of this phone in this shop are not asked for. */
const ASKED = 3;

/** An appointment of this phone in this shop, about now and not checked in yet. */
export function useComingAppointment(client: CallnextClient, shopSlug: string): OwnAppointment | null {
  const [coming, setComing] = useState<OwnAppointment | null>(null);
  useEffect(() => {
    let over = false;
    const look = async (): Promise<void> => {
      const near = keptAppointments(browserStorage())
        .filter((kept) => kept.shopSlug === shopSlug && Math.abs(kept.at - Date.now()) < AROUND_MS)
        .sort((a, b) => a.at - b.at);
      for (const { id, key } of near.slice(0, ASKED)) {
        const headers = appointmentHeaders(key || null);
        const answer = await client
          .request<OwnAppointment>("GET", appointmentPath(id), undefined, { headers })
          .catch(() => null);
        if (over) return;
        if (answer?.appointment.status === "scheduled") {
          setComing(answer);
          return;
        }
      }
    };
    void look();
    return () => {
      over = true;
    };
  }, [client, shopSlug]);
  return coming;
}
