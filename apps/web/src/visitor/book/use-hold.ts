import type { CallnextClient } from "@callnext/client";
import type { HoldAnswer } from "@callnext/protocol";
import { useCallback, useEffect, useRef, useState } from "react";
import { errorCode } from "../../pages-shared/error-code.ts";
import { appointmentHeaders, bookingPath } from "../booking-paths.ts";
import { sessionShelf } from "../session-shelf.ts";
import { type HeldSlot, heldSlot, keepHeld, keptHeld } from "./held-slot.ts";

export interface HoldRequest {
  readonly service_id: number;
  readonly provider_id: string | null;
  readonly appointment_time: string;
  readonly locale: string;
}

export interface Hold {
  /** Kept for this page; its form is open. */
  readonly held: HeldSlot | null;
  readonly busy: boolean;
  /** Why the last wish was refused; empty where no answer came. */
  readonly refused: string | null;
  readonly take: (request: HoldRequest) => Promise<void>;
  /** Leaves the form: the time is free again for everybody. `because`: why it had to be left. */
  readonly letGo: (because?: string) => void;
  /** It is booked now. */
  readonly done: () => void;
}

/** The form is a step of its own for the phone's back button. */
const FORM = { form: true } as const;

/** Keeps a time while its form is open, over reloads too, and lets it go when the visitor goes back. */
export function useHold(client: CallnextClient, slug: string, holdMinutes: number): Hold {
  const [held, setHeld] = useState(() => keptHeld(sessionShelf(), slug, Date.now()));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const current = useRef(held);
  const working = useRef(false);

  const set = useCallback(
    (next: HeldSlot | null): void => {
      current.current = next;
      keepHeld(sessionShelf(), slug, next);
      setHeld(next);
    },
    [slug],
  );

  const release = useCallback((): void => {
    const old = current.current;
    if (old === null) return;
    set(null);
    const path = `${bookingPath(slug)}holds/${old.id}/`;
    // Where this is lost the hold runs out by itself.
    client
      .request("DELETE", path, undefined, { headers: appointmentHeaders(old.key) })
      .catch(() => undefined);
  }, [client, slug, set]);

  useFormStep(held !== null, release);

  const take = useCallback(
    async (request: HoldRequest): Promise<void> => {
      if (working.current) return;
      working.current = true;
      setBusy(true);
      setRefused(null);
      try {
        const answer = await client.request<HoldAnswer>("POST", `${bookingPath(slug)}holds/`, request);
        set(heldSlot(answer, request.provider_id, Date.now() + holdMinutes * 60_000));
        history.pushState(FORM, "");
      } catch (error) {
        setRefused(errorCode(error) ?? "");
      }
      working.current = false;
      setBusy(false);
    },
    [client, slug, holdMinutes, set],
  );

  const letGo = useCallback(
    (because?: string): void => {
      setRefused(because ?? null);
      if (isForm(history.state)) history.back();
      else release();
    },
    [release],
  );
  const done = useCallback(() => {
    // The form stays as it is until the appointment's page is there.
    current.current = null;
    keepHeld(sessionShelf(), slug, null);
  }, [slug]);
  return { held, busy, refused, take, letGo, done };
}

/** Calls when the phone's back button leaves the form. `isOpen`: it was open already when the page came, after a reload. */
function useFormStep(isOpen: boolean, onLeave: () => void): void {
  const [wasOpen] = useState(isOpen);
  useEffect(() => {
    if (wasOpen) history.replaceState(FORM, "");
    const back = (): void => {
      if (!isForm(history.state)) onLeave();
    };
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, [wasOpen, onLeave]);
}

const isForm = (state: unknown): boolean => typeof state === "object" && state !== null && "form" in state;
