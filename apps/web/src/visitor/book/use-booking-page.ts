import type { CallnextClient } from "@callnext/client";
import type { BookingPage } from "@callnext/protocol";
import { useCallback, useEffect, useState } from "react";
import { errorCode } from "../../pages-shared/error-code.ts";
import { bookingPath } from "../booking-paths.ts";

export type PageLoad =
  | { readonly kind: "loading" }
  | { readonly kind: "unknown" }
  /** The network or the server is away; it is asked again by itself. */
  | { readonly kind: "failed" }
  | { readonly kind: "ready"; readonly page: BookingPage };

const AGAIN_MS = 5_000;
/** Whether booking is open, by whom and for what, changes rarely; the free times are asked for apart. */
const RENEW_MS = 120_000;

/** What can be booked in a shop, asked until it answers. */
export function useBookingPage(
  client: CallnextClient,
  slug: string,
): { readonly load: PageLoad; readonly retry: () => void } {
  const [load, setLoad] = useState<PageLoad>({ kind: "loading" });
  const [round, setRound] = useState(0);
  const retry = useCallback(() => setRound((n) => n + 1), []);
  useEffect(() => {
    let over = false;
    client.request<BookingPage>("GET", bookingPath(slug)).then(
      (page) => {
        if (!over) setLoad({ kind: "ready", page });
      },
      (error: unknown) => {
        if (over) return;
        const unknown = ["shop-not-found", "not-found"].indexOf(errorCode(error) ?? "") >= 0;
        // What is on the screen stays there while the network is away.
        setLoad((before) => (before.kind === "ready" ? before : { kind: unknown ? "unknown" : "failed" }));
      },
    );
    return () => {
      over = true;
    };
  }, [client, slug, round]);
  useEffect(() => {
    if (load.kind === "unknown" || load.kind === "loading") return undefined;
    const timer = setTimeout(retry, load.kind === "failed" ? AGAIN_MS : RENEW_MS);
    return () => clearTimeout(timer);
  }, [load, round, retry]);
  return { load, retry };
}
