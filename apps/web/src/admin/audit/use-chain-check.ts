import { useCallnext } from "@callnext/react";
import { useState } from "react";

/** As the server answers `audit/verification`. */
export type ChainState =
  | { readonly state: "empty" }
  | {
      readonly state: "intact" | "unfinished";
      readonly from: number;
      readonly to: number;
      readonly hash: string;
    }
  | { readonly state: "broken"; readonly at: number; readonly why: string };

export interface ChainCheck {
  readonly pending: boolean;
  readonly failed: boolean;
  /** The newest answer; `from` is that of the first. */
  readonly found: ChainState | null;
  readonly start: () => void;
}

/** Has the chain verified piece by piece, up to its newest entry. */
export function useChainCheck(tenant: string): ChainCheck {
  const client = useCallnext();
  const [pending, setPending] = useState(false);
  const [failed, setFailed] = useState(false);
  const [found, setFound] = useState<ChainState | null>(null);
  const check = async (): Promise<void> => {
    setPending(true);
    setFailed(false);
    try {
      let first: number | null = null;
      for (let after = ""; ;) {
        const answer: ChainState = await client.request(
          "GET",
          `/tenants/${tenant}/audit/verification${after === "" ? "" : `?after=${after}`}`,
        );
        if ("from" in answer) first ??= answer.from;
        setFound("from" in answer ? { ...answer, from: first ?? answer.from } : answer);
        if (answer.state !== "unfinished") return;
        after = String(answer.to);
      }
    } catch {
      setFailed(true);
    } finally {
      setPending(false);
    }
  };
  return { pending, failed, found, start: () => void check() };
}
