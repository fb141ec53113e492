import type { CallnextClient } from "@callnext/client";
import { useState } from "react";
import { errorCode } from "../../pages-shared/error-code.ts";
import type { TicketAnswer } from "../wire.ts";

export type Action = "leave" | "confirm";

export interface Actions {
  readonly busy: Action | null;
  /** The code of the last refusal; empty where no answer came. */
  readonly refused: { readonly action: Action; readonly code: string } | null;
  readonly confirmedAt: number;
  readonly leave: () => Promise<void>;
  readonly confirm: () => Promise<void>;
}

/** What a visitor may do with the own ticket. */
export function useActions(
  client: CallnextClient,
  answer: TicketAnswer,
  key: string | null,
  refetch: () => Promise<void>,
): Actions {
  const [busy, setBusy] = useState<Action | null>(null);
  const [refused, setRefused] = useState<Actions["refused"]>(null);
  const [confirmedAt, setConfirmedAt] = useState(0);
  const path = `/public/tenants/${encodeURIComponent(answer.tenant_slug)}/tickets/${encodeURIComponent(answer.ticket_id)}/`;
  const headers = key === null ? {} : { "x-ticket-key": key };

  const run = async (action: Action, send: () => Promise<unknown>): Promise<void> => {
    if (busy !== null) return;
    setBusy(action);
    setRefused(null);
    try {
      await send();
      if (action === "confirm") setConfirmedAt(Date.now());
    } catch (error) {
      setRefused({ action, code: errorCode(error) ?? "" });
    }
    await refetch();
    setBusy(null);
  };
  return {
    busy,
    refused,
    confirmedAt,
    leave: () => run("leave", () => client.request("DELETE", path, undefined, { headers })),
    confirm: () =>
      run("confirm", () => client.request("POST", `${path}confirm-presence/`, undefined, { headers })),
  };
}
