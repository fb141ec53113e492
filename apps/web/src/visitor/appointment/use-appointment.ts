import type { CallnextClient } from "@callnext/client";
import type { OwnAppointment } from "@callnext/protocol";
import { useCallback, useState } from "react";
import { browserStorage } from "../../pages-shared/browser-storage.ts";
import { errorCode } from "../../pages-shared/error-code.ts";
import { useNow } from "../../pages-shared/use-now.ts";
import { appointmentHeaders, appointmentPath } from "../booking-paths.ts";
import { usePolling } from "../use-polling.ts";
import {
  forgetStored,
  type StoredAppointment,
  storeAppointment,
  storedAppointment,
} from "./stored-appointment.ts";

export type AppointmentLoad =
  | { readonly kind: "loading" | "unknown" | "failed" }
  | {
      readonly kind: "ready";
      readonly answer: OwnAppointment;
      /** When it was last proved, ms since the epoch. */
      readonly provedAt: number;
      readonly stale: boolean;
    };

interface Known extends StoredAppointment {
  /** From the store: shown, but marked. */
  readonly stored: boolean;
}

const STALE_AFTER_MS = 8_000;
const POLL_MS = 5_000;
const UNKNOWN: readonly string[] = [
  "appointment-not-found",
  "not-your-appointment",
  "not-found",
  "invalid-input",
];

/** One appointment, asked for while it is looked at; the store bridges a start without network. */
export function useAppointment(
  client: CallnextClient,
  id: number,
  key: string | null,
): { readonly load: AppointmentLoad; readonly refetch: () => Promise<void> } {
  const [known, setKnown] = useState<Known | null>(() => fromStore(id));
  const [trouble, setTrouble] = useState<"unknown" | "failed" | null>(null);
  const now = useNow(1_000);

  const refetch = useCallback(async () => {
    const startedAt = Date.now();
    try {
      const answer = await client.request<OwnAppointment>("GET", appointmentPath(id), undefined, {
        headers: appointmentHeaders(key),
        timeoutMs: 6_000,
      });
      setTrouble(null);
      setKnown((before) =>
        before !== null && isOlder(answer, before) ? before : { answer, provedAt: startedAt, stored: false },
      );
      storeAppointment(browserStorage(), { answer, provedAt: startedAt });
    } catch (error) {
      const unknown = UNKNOWN.indexOf(errorCode(error) ?? "") >= 0;
      setTrouble(unknown ? "unknown" : "failed");
      if (unknown) forgetStored(browserStorage(), id);
    }
  }, [client, id, key]);
  usePolling(refetch, POLL_MS);

  if (trouble === "unknown") return { load: { kind: "unknown" }, refetch };
  if (known === null) return { load: { kind: trouble === "failed" ? "failed" : "loading" }, refetch };
  const { answer, provedAt, stored } = known;
  const stale = stored || now - provedAt >= STALE_AFTER_MS;
  return { load: { kind: "ready", answer, provedAt, stale }, refetch };
}

function fromStore(id: number): Known | null {
  const stored = storedAppointment(browserStorage(), id);
  return stored === null ? null : { ...stored, stored: true };
}

/** An answer that was overtaken on its way. */
const isOlder = (answer: OwnAppointment, { answer: before, stored }: Known): boolean =>
  !stored && answer.epoch === before.epoch && answer.seq < before.seq;
