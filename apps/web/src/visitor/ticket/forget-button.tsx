import type { CallnextClient } from "@callnext/client";
import { useState } from "react";
import type { TicketAnswer } from "../wire.ts";
import { useTicketWords } from "./catalogue.ts";

interface Props {
  readonly client: CallnextClient;
  readonly answer: TicketAnswer;
  readonly ticketKey: string | null;
}

type State = "ready" | "asking" | "busy" | "done" | "failed";

/** The visitor has the own name, phone number and address erased, without asking anybody. */
export function ForgetButton({ client, answer, ticketKey }: Props) {
  const t = useTicketWords();
  const [state, setState] = useState<State>("ready");
  const path = `/public/tenants/${encodeURIComponent(answer.tenant_slug)}/tickets/${encodeURIComponent(answer.ticket_id)}/person`;
  const forget = async (): Promise<void> => {
    setState("busy");
    try {
      const headers = ticketKey === null ? {} : { "x-ticket-key": ticketKey };
      await client.request("DELETE", path, undefined, { headers });
      setState("done");
    } catch {
      setState("failed");
    }
  };
  if (state === "done") {
    return (
      <p className="quiet" role="status" data-testid="forgotten">
        {t("forget.done")}
      </p>
    );
  }
  if (state === "ready") {
    return (
      <button
        type="button"
        className="button button-plain"
        data-testid="forget"
        onClick={() => setState("asking")}
      >
        {t("forget.ask")}
      </button>
    );
  }
  return (
    <div className="card leave" role="group" aria-labelledby="forget-question">
      <h2 id="forget-question">{t("forget.question")}</h2>
      <p className="quiet">{t("forget.text")}</p>
      {state === "failed" ? <p role="alert">{t("refused.network")}</p> : null}
      <div className="leave-answers">
        <button type="button" className="button" onClick={() => setState("ready")}>
          {t("forget.keep")}
        </button>
        <button
          type="button"
          className="button button-bad"
          data-testid="forget-yes"
          aria-disabled={state === "busy"}
          onClick={() => (state === "busy" ? undefined : void forget())}
        >
          {t("forget.yes")}
        </button>
      </div>
    </div>
  );
}
