import { type CallnextClient } from "@callnext/client";
import { useCallback, useEffect, useState } from "react";
import { errorCode } from "../../pages-shared/error-code.ts";
import type { JoinAnswer } from "../wire.ts";

export type ShopLoad =
  | { readonly kind: "loading" }
  | { readonly kind: "unknown" }
  /** The network or the server is away; it is asked again by itself. */
  | { readonly kind: "failed" }
  | { readonly kind: "ready"; readonly answer: JoinAnswer };

const AGAIN_MS = 5_000;
/** Whether the shop is open is a matter of the clock, which no event tells. */
const RENEW_MS = 60_000;

/** The shop behind a join link, asked until it answers and renewed each minute. */
export function useShop(
  client: CallnextClient,
  slug: string,
): { readonly load: ShopLoad; readonly retry: () => void } {
  const [load, setLoad] = useState<ShopLoad>({ kind: "loading" });
  const [round, setRound] = useState(0);
  const retry = useCallback(() => setRound((n) => n + 1), []);
  useEffect(() => {
    let over = false;
    client.request<JoinAnswer>("GET", `/public/shops/${encodeURIComponent(slug)}`).then(
      (answer) => {
        if (!over) setLoad({ kind: "ready", answer });
      },
      (error: unknown) => {
        if (over) return;
        const unknown = ["shop-not-found", "shop-unknown", "not-found"].indexOf(errorCode(error) ?? "") >= 0;
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
