import type { OwnAppointment } from "@callnext/protocol";
import type { ReactNode } from "react";
import { formatTime } from "../../i18n/format-time.ts";
import { dayText } from "../../pages-shared/i18n/day-text.ts";
import { useLanguage, useShared } from "../../pages-shared/speech.tsx";
import { useAppointmentWords } from "./catalogue.ts";
import { phaseOf } from "./phase.ts";

/** The appointment as one would write it into a diary: when, for what, with whom, where. */
export function AppointmentCard({ answer: { appointment, shop } }: { readonly answer: OwnAppointment }) {
  const t = useAppointmentWords();
  const shared = useShared();
  const { language } = useLanguage();
  const { time_zone: timeZone } = shop;
  const [start, end] = [Date.parse(appointment.appointment_time), Date.parse(appointment.end_time)];
  const { service, provider_name: person } = appointment;
  const over = phaseOf(appointment.status) === "cancelled";
  return (
    <section className={over ? "card appointment-card appointment-over" : "card appointment-card"}>
      <h1 className="appointment-day" data-testid="when" data-start={appointment.appointment_time}>
        {dayText(start, timeZone, language)}
      </h1>
      <p className="appointment-time">
        <time dateTime={appointment.appointment_time}>{formatTime(start, { timeZone })}</time>{" "}
        <span className="quiet">{t("until", { time: formatTime(end, { timeZone }) })}</span>
      </p>
      <dl className="facts">
        {service === null ? null : (
          <Fact name={t("service")}>
            {service.name}, {shared("wait.minutes", { minutes: service.duration })}
          </Fact>
        )}
        {person === "" ? null : <Fact name={t("with")}>{person}</Fact>}
        <Fact name={t("where")}>
          {shop.name}
          {shop.address === "" ? null : <span className="quiet">, {shop.address}</span>}
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
