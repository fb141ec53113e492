import type { CallnextClient } from "@callnext/client";
import { useState } from "react";
import { StaleNote } from "../stale-note.tsx";
import { AppointmentCard } from "./appointment-card.tsx";
import { useAppointmentWords } from "./catalogue.ts";
import { ForgetBooker } from "./forget-booker.tsx";
import { PhaseNote } from "./phase-note.tsx";
import { refusalKey } from "./refusal-key.ts";
import { ToCome } from "./to-come.tsx";
import type { AppointmentLoad } from "./use-appointment.ts";
import { type Changes, useChanges } from "./use-changes.ts";

interface Props {
  readonly client: CallnextClient;
  readonly load: Extract<AppointmentLoad, { readonly kind: "ready" }>;
  readonly appointmentKey: string | null;
  readonly isNew: boolean;
  readonly refetch: () => Promise<void>;
}

const ENDED: readonly string[] = ["completed", "cancelled", "no_show"];

export function AppointmentView({ client, load, appointmentKey, isNew, refetch }: Props) {
  const { answer, provedAt, stale } = load;
  const { id, status } = answer.appointment;
  const changes = useChanges(client, id, appointmentKey, refetch);
  return (
    <div className="appointment" data-testid="appointment" data-status={status} data-stale={stale}>
      {status === "scheduled" ? (
        <Done changes={changes} isNew={isNew} start={answer.appointment.appointment_time} />
      ) : null}
      <AppointmentCard answer={answer} />
      {stale ? <StaleNote provedAt={provedAt} /> : null}
      <PhaseNote answer={answer} />
      {status === "scheduled" ? (
        <ToCome client={client} answer={answer} appointmentKey={appointmentKey} changes={changes} />
      ) : null}
      {ENDED.indexOf(status) >= 0 ? (
        <ForgetBooker client={client} id={id} appointmentKey={appointmentKey} />
      ) : null}
    </div>
  );
}

interface DoneProps {
  readonly changes: Changes;
  readonly isNew: boolean;
  readonly start: string;
}

/** What has just been done, here or by the shop, or why it was not. */
function Done({ changes: { refused, done }, isNew, start }: DoneProps) {
  const t = useAppointmentWords();
  const [first] = useState(start);
  const news =
    done === "move" ? "moved" : start !== first ? "newTime" : isNew && done === null ? "booked" : null;
  return (
    <div aria-live="assertive" className="live">
      {refused === null ? null : (
        <p className="notice notice-bad" data-testid="refused">
          {t(refusalKey(refused.code))}
        </p>
      )}
      {refused !== null || news === null ? null : (
        <p
          className={news === "newTime" ? "notice" : "notice notice-good"}
          data-testid="done"
          data-done={news}
        >
          {t(news)}
        </p>
      )}
    </div>
  );
}
