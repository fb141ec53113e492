import type { CallnextClient } from "@callnext/client";
import { errorCode } from "../../pages-shared/error-code.ts";

/** What a screen that waits to be paired shows. */
export type PairingState =
  | { readonly kind: "asking" }
  | { readonly kind: "code"; readonly code: string; /** ms since the epoch. */ readonly until: number }
  /** No code can be had just now; it is asked for again. */
  | { readonly kind: "trouble" };

export interface Paired {
  readonly key: string;
  readonly displayId: string;
}

export interface PairingOptions {
  readonly client: Pick<CallnextClient, "request">;
  readonly onState: (state: PairingState) => void;
  readonly onPaired: (paired: Paired) => void;
}

interface Opened {
  readonly pairing_id: string;
  readonly code: string;
  readonly secret: string;
  readonly expires_in: number;
  readonly poll_every: number;
}

type Taken =
  | { readonly status: "waiting" }
  | {
      readonly status: "paired";
      readonly key: string;
      readonly device: { readonly board: { readonly display_id: string } | null };
    };

const GIVE_UP_AFTER_MS = 6_000;
const AFTER_TROUBLE_MS = 10_000;
/** The code of a pairing that is over for good. */
const OVER: readonly string[] = ["pairing-unknown", "pairing-expired", "pairing-used"];

/** Asks for a code, waits until somebody enters it, and for another code when its time is over. Returns the way to stop. */
export function startPairing({ client, onState, onPaired }: PairingOptions): () => void {
  let stopped = false;
  let timer = 0;
  const later = (ms: number, run: () => Promise<void>): void => {
    if (!stopped) timer = window.setTimeout(() => void run(), ms);
  };
  const post = <T>(path: string, body?: unknown): Promise<T> =>
    client.request<T>("POST", path, body, { timeoutMs: GIVE_UP_AFTER_MS });
  const tell = (state: PairingState): void => {
    if (!stopped) onState(state);
  };

  const open = async (): Promise<void> => {
    try {
      const opened = await post<Opened>("/devices/pairings");
      const until = Date.now() + opened.expires_in * 1_000;
      tell({ kind: "code", code: opened.code, until });
      later(opened.poll_every * 1_000, () => poll(opened, until));
    } catch {
      tell({ kind: "trouble" });
      later(AFTER_TROUBLE_MS, open);
    }
  };
  const poll = async (opened: Opened, until: number): Promise<void> => {
    if (Date.now() >= until) return open();
    try {
      const path = `/devices/pairings/${encodeURIComponent(opened.pairing_id)}/key`;
      const taken = await post<Taken>(path, { secret: opened.secret });
      if (taken.status === "paired" && taken.device.board !== null) {
        if (!stopped) onPaired({ key: taken.key, displayId: taken.device.board.display_id });
        return;
      }
    } catch (error) {
      // Anything else is the network's or the server's trouble, and the code still stands.
      if (OVER.indexOf(errorCode(error) ?? "") >= 0) return open();
    }
    later(opened.poll_every * 1_000, () => poll(opened, until));
  };

  onState({ kind: "asking" });
  void open();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
