import type { CallnextClient } from "@callnext/client";
import type { OwnAppointment } from "@callnext/protocol";
import { useState } from "react";
import { browserStorage } from "../../pages-shared/browser-storage.ts";
import { errorCode } from "../../pages-shared/error-code.ts";
import { appointmentHeaders, appointmentPath } from "../booking-paths.ts";
import { carryLanguage } from "../carry-language.ts";
import { keepTicket } from "../kept-tickets.ts";

export type Change = "move" | "cancel" | "way" | "late" | "check-in";

export interface Changes {
  readonly busy: Change | null;
  /** The code of the last refusal; empty where no answer came. */
  readonly refused: { readonly change: Change; readonly code: string } | null;
  /** The last one that was done here. */
  readonly done: Change | null;
  /** True once it is done. */
  readonly move: (start: string) => Promise<boolean>;
  readonly cancel: () => Promise<boolean>;
  readonly sayOnMyWay: () => Promise<boolean>;
  /** Null: on time after all. */
  readonly sayLate: (minutes: number | null) => Promise<boolean>;
  /** Leads to the ticket. */
  readonly checkIn: (shopSlug: string) => Promise<boolean>;
}

/** What somebody may do about the own appointment. */
export function useChanges(
  client: CallnextClient,
  id: number,
  key: string | null,
  refetch: () => Promise<void>,
): Changes {
  const [busy, setBusy] = useState<Change | null>(null);
  const [refused, setRefused] = useState<Changes["refused"]>(null);
  const [done, setDone] = useState<Change | null>(null);
  const path = appointmentPath(id);
  const options = { headers: appointmentHeaders(key) };

  const run = async (change: Change, send: () => Promise<unknown>): Promise<boolean> => {
    if (busy !== null) return false;
    setBusy(change);
    setRefused(null);
    let right = true;
    try {
      await send();
      setDone(change);
    } catch (error) {
      right = false;
      setRefused({ change, code: errorCode(error) ?? "" });
    }
    await refetch();
    setBusy(null);
    return right;
  };
  return {
    busy,
    refused,
    done,
    move: (start) => run("move", () => client.request("PUT", path, { appointment_time: start }, options)),
    cancel: () => run("cancel", () => client.request("DELETE", path, undefined, options)),
    sayOnMyWay: () => run("way", () => client.request("POST", `${path}on-my-way/`, undefined, options)),
    sayLate: (minutes) => run("late", () => client.request("POST", `${path}late/`, { minutes }, options)),
    checkIn: (shopSlug) =>
      run("check-in", async () => {
        const answer = await client.request<OwnAppointment>("POST", `${path}check-in/`, undefined, options);
        if (answer.ticket_url !== null) toTicket(answer.ticket_url, shopSlug);
      }),
  };
}

/** From here on the ticket's page tells how it goes. */
export function toTicket(url: string, shopSlug: string): void {
  const [, id, ticketKey] = /^\/ticket\/([^#]+)#k=(.+)$/.exec(url) ?? [];
  if (id !== undefined && ticketKey !== undefined)
    keepTicket(browserStorage(), { id, key: ticketKey, shopSlug, takenAt: Date.now() });
  location.assign(carryLanguage(url, location.search));
}
