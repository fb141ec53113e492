import type { OwnAppointment } from "@callnext/protocol";
import { formatTime } from "../../i18n/format-time.ts";
import { useJoinWords } from "./catalogue.ts";

/** This phone has an appointment here: checking in comes before taking a ticket. */
export function ComingAppointmentCard({
  answer: { appointment, shop },
}: {
  readonly answer: OwnAppointment;
}) {
  const t = useJoinWords();
  return (
    <section className="card open-ticket" data-testid="coming-appointment">
      <h2>{t("coming.title")}</h2>
      <p className="open-number">
        {formatTime(Date.parse(appointment.appointment_time), { timeZone: shop.time_zone })}
      </p>
      <p className="quiet">{appointment.service?.name ?? ""}</p>
      <a className="button button-main" href={`/appointment/${appointment.id}`}>
        {t("coming.show")}
      </a>
    </section>
  );
}
