import type { CallnextClient } from "@callnext/client";
import type { BookAnswer, OwnWaiting } from "@callnext/protocol";
import { useCallback, useState } from "react";
import { browserStorage } from "../../pages-shared/browser-storage.ts";
import { errorCode } from "../../pages-shared/error-code.ts";
import { useNow } from "../../pages-shared/use-now.ts";
import { carryLanguage } from "../carry-language.ts";
import { keepAppointment } from "../kept-appointments.ts";
import { usePolling } from "../use-polling.ts";

export type WaitingLoad =
  | { readonly kind: "loading" | "unknown" | "failed" }
  | {
      readonly kind: "ready";
      readonly answer: OwnWaiting;
      /** When it was last proved, ms since the epoch. */
      readonly provedAt: number;
      readonly stale: boolean;
    };

export type WaitingChange = "take" | "decline" | "leave";

export interface Waiting {
  readonly load: WaitingLoad;
  readonly busy: WaitingChange | null;
  /** The code of the last refusal; empty where no answer came. */
  readonly refused: string | null;
  /** Leads to the appointment. */
  readonly take: () => Promise<void>;
  readonly decline: () => Promise<void>;
  readonly leave: () => Promise<void>;
  readonly refetch: () => Promise<void>;
}

const STALE_AFTER_MS = 8_000;
const POLL_MS = 5_000;

/** An entry of a waiting list, and what its visitor does about it. */
export function useWaiting(client: CallnextClient, id: string, key: string | null): Waiting {
  const [known, setKnown] = useState<{ answer: OwnWaiting; provedAt: number } | null>(null);
  const [trouble, setTrouble] = useState<"unknown" | "failed" | null>(null);
  const [busy, setBusy] = useState<WaitingChange | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const now = useNow(1_000);
  const path = `/public/waiting-list/${encodeURIComponent(id)}/`;
  const call = useCallback(
    <T>(method: "GET" | "POST" | "DELETE", below = "") =>
      client.request<T>(method, path + below, undefined, {
        headers: key === null ? {} : { "x-waiting-key": key },
        timeoutMs: 6_000,
      }),
    [client, path, key],
  );

  const refetch = useCallback(async () => {
    const startedAt = Date.now();
    try {
      const answer = await call<OwnWaiting>("GET");
      setTrouble(null);
      setKnown({ answer, provedAt: startedAt });
    } catch (error) {
      const unknown =
        ["waiting-not-found", "not-found", "invalid-input"].indexOf(errorCode(error) ?? "") >= 0;
      setTrouble(unknown ? "unknown" : "failed");
    }
  }, [call]);
  usePolling(refetch, POLL_MS);

  const run = async (change: WaitingChange, send: () => Promise<unknown>): Promise<void> => {
    if (busy !== null) return;
    setBusy(change);
    setRefused(null);
    await send().catch((error: unknown) => setRefused(errorCode(error) ?? ""));
    await refetch();
    setBusy(null);
  };
  const actions = {
    take: () => run("take", async () => toAppointment(await call<BookAnswer>("POST", "accept/"))),
    decline: () => run("decline", () => call("POST", "decline/")),
    leave: () => run("leave", () => call("DELETE")),
  };
  return { load: loadOf(known, trouble, now), busy, refused, refetch, ...actions };
}

function loadOf(
  known: { readonly answer: OwnWaiting; readonly provedAt: number } | null,
  trouble: "unknown" | "failed" | null,
  now: number,
): WaitingLoad {
  if (trouble === "unknown") return { kind: "unknown" };
  if (known === null) return { kind: trouble ?? "loading" };
  return { kind: "ready", ...known, stale: now - known.provedAt >= STALE_AFTER_MS };
}

function toAppointment({ appointment, appointment_key: key, appointment_url: url, shop }: BookAnswer): void {
  const at = Date.parse(appointment.appointment_time);
  keepAppointment(browserStorage(), { id: appointment.id, key, shopSlug: shop.slug, at });
  location.assign(carryLanguage(url.replace("#", "?new#"), location.search));
}
