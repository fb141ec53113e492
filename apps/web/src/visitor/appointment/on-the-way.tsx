import type { OwnAppointment } from "@callnext/protocol";
import { useAppointmentWords } from "./catalogue.ts";
import type { Changes } from "./use-changes.ts";

const LATE_MINUTES = [5, 10, 15, 20, 30] as const;
/** Sooner than this nobody knows that they will be late, who is not on the way. */
const SOON_MS = 30 * 60_000;

interface Props {
  readonly answer: OwnAppointment;
  readonly now: number;
  readonly changes: Changes;
}

/** "I'm on my way", and how late. */
export function OnTheWay({ answer: { appointment }, now, changes }: Props) {
  const t = useAppointmentWords();
  const { on_my_way: said, late_minutes: late } = appointment;
  const busy = changes.busy !== null;
  return (
    <section className="way">
      {said === null ? (
        <button
          type="button"
          className="button wide"
          data-testid="on-my-way"
          aria-disabled={busy}
          onClick={() => void changes.sayOnMyWay()}
        >
          {t("way.say")}
        </button>
      ) : (
        <p role="status" data-testid="way-said">
          {t("way.said")}
        </p>
      )}
      {said !== null || late !== null || Date.parse(appointment.appointment_time) - now < SOON_MS ? (
        <LateChoices late={late} changes={changes} />
      ) : null}
    </section>
  );
}

function LateChoices({ late, changes }: { readonly late: number | null; readonly changes: Changes }) {
  const t = useAppointmentWords();
  const busy = changes.busy !== null;
  return (
    <div className="late" role="group" aria-labelledby="late">
      <p id="late">{late === null ? t("late.ask") : t("late.said", { minutes: late })}</p>
      <div className="late-choices">
        {LATE_MINUTES.map((minutes) => (
          <button
            key={minutes}
            type="button"
            className="time"
            data-testid="late"
            aria-pressed={late === minutes}
            aria-disabled={busy}
            onClick={() => void changes.sayLate(late === minutes ? null : minutes)}
          >
            {t("late.minutes", { minutes })}
          </button>
        ))}
      </div>
    </div>
  );
}
