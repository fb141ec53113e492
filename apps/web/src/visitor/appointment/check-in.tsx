import type { OwnAppointment } from "@callnext/protocol";
import { dayOf } from "../slots/zoned-day.ts";
import { useAppointmentWords } from "./catalogue.ts";
import type { Changes } from "./use-changes.ts";
import { useMoment } from "./use-moment.ts";

interface Props {
  readonly answer: OwnAppointment;
  readonly now: number;
  readonly changes: Changes;
}

/** "I'm here": the appointment becomes a number in the line. */
export function CheckIn({ answer, now, changes }: Props) {
  const t = useAppointmentWords();
  const { shop, can, check_in_opens: opens } = answer;
  const moment = useMoment(shop.time_zone);
  if (!can.check_in) {
    if (Date.parse(opens) <= now) return null;
    const today = dayOf(now, shop.time_zone) === dayOf(Date.parse(opens), shop.time_zone);
    return (
      <p className="quiet centred" data-testid="check-in-later">
        {t(today ? "checkIn.opens" : "checkIn.opensOn", moment(opens))}
      </p>
    );
  }
  const busy = changes.busy === "check-in";
  return (
    <div>
      <button
        type="button"
        className="button button-main wide"
        data-testid="check-in"
        aria-disabled={changes.busy !== null}
        aria-describedby="check-in-hint"
        onClick={() => void changes.checkIn(shop.slug)}
      >
        {t(busy ? "checkIn.busy" : "checkIn.do")}
      </button>
      <p id="check-in-hint" className="quiet hint">
        {t("checkIn.hint")}
      </p>
    </div>
  );
}
