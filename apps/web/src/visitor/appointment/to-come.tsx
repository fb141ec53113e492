import type { CallnextClient } from "@callnext/client";
import type { OwnAppointment } from "@callnext/protocol";
import { useState } from "react";
import { useNow } from "../../pages-shared/use-now.ts";
import { appointmentHeaders, appointmentPath } from "../booking-paths.ts";
import { PushButton } from "../push/push-button.tsx";
import { CalendarButton } from "./calendar-button.tsx";
import { CancelButton } from "./cancel-button.tsx";
import { useAppointmentWords } from "./catalogue.ts";
import { CheckIn } from "./check-in.tsx";
import { CopyLink } from "./copy-link.tsx";
import { MoveButton } from "./move-button.tsx";
import { MovePanel } from "./move-panel.tsx";
import { OnTheWay } from "./on-the-way.tsx";
import type { Changes } from "./use-changes.ts";
import { useMoment } from "./use-moment.ts";

interface Props {
  readonly client: CallnextClient;
  readonly answer: OwnAppointment;
  readonly appointmentKey: string | null;
  readonly changes: Changes;
}

/** Earlier than this nobody is on the way. */
const NEAR_MS = 3 * 3_600_000;

/** What can be done about an appointment that is yet to come. */
export function ToCome({ client, answer, appointmentKey, changes }: Props) {
  const [moving, setMoving] = useState(false);
  const now = useNow(10_000);
  const { appointment, can } = answer;
  const near = Date.parse(appointment.appointment_time) - now < NEAR_MS;
  if (moving)
    return (
      <MovePanel
        client={client}
        answer={answer}
        appointmentKey={appointmentKey}
        changes={changes}
        onClose={() => setMoving(false)}
      />
    );
  return (
    <>
      <CheckIn answer={answer} now={now} changes={changes} />
      {can.say_on_my_way && near ? <OnTheWay answer={answer} now={now} changes={changes} /> : null}
      <div className="appointment-tools">
        <CalendarButton id={appointment.id} appointmentKey={appointmentKey} />
        {appointmentKey === null ? null : <CopyLink id={appointment.id} appointmentKey={appointmentKey} />}
      </div>
      <PushButton
        client={client}
        subject={{ path: appointmentPath(appointment.id), headers: appointmentHeaders(appointmentKey) }}
        about="appointment"
      />
      {can.move ? <MoveButton onMove={() => setMoving(true)} /> : null}
      {can.cancel ? (
        <CancelButton busy={changes.busy === "cancel"} onCancel={() => void changes.cancel()} />
      ) : null}
      <Until answer={answer} />
    </>
  );
}

/** Until when it can be changed. */
function Until({ answer }: { readonly answer: OwnAppointment }) {
  const t = useAppointmentWords();
  const moment = useMoment(answer.shop.time_zone);
  return (
    <p className="quiet appointment-until">
      {answer.can.cancel ? t("change.until", moment(answer.change_until)) : t("change.tooLate")}
    </p>
  );
}
