import type { CallnextClient } from "@callnext/client";
import { useState } from "react";
import { AskTwice } from "../ask-twice.tsx";
import { appointmentHeaders, appointmentPath } from "../booking-paths.ts";
import { useAppointmentWords } from "./catalogue.ts";

interface Props {
  readonly client: CallnextClient;
  readonly id: number;
  readonly appointmentKey: string | null;
}

/** The visitor has the own name, number, address and notes erased, without asking anybody. */
export function ForgetBooker({ client, id, appointmentKey }: Props) {
  const t = useAppointmentWords();
  const [state, setState] = useState<"ready" | "busy" | "done" | "failed">("ready");
  const forget = async (): Promise<void> => {
    if (state === "busy") return;
    setState("busy");
    const headers = appointmentHeaders(appointmentKey);
    const path = `${appointmentPath(id)}person`;
    const done = client.request("DELETE", path, undefined, { headers }).then(
      () => "done" as const,
      () => "failed" as const,
    );
    setState(await done);
  };
  if (state === "done")
    return (
      <p className="quiet centred" role="status" data-testid="forgotten">
        {t("forget.done")}
      </p>
    );
  const words = {
    ask: t("forget.ask"),
    question: t("forget.question"),
    warning: t("forget.text"),
    stay: t("forget.keep"),
    yes: t("forget.yes"),
  };
  return (
    <>
      <AskTwice name="forget" words={words} busy={state === "busy"} onYes={() => void forget()} />
      {state === "failed" ? (
        <p className="wrong" role="alert">
          {t("refused.network")}
        </p>
      ) : null}
    </>
  );
}
