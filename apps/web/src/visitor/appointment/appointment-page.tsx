import type { CallnextClient } from "@callnext/client";
import { useEffect } from "react";
import { browserStorage } from "../../pages-shared/browser-storage.ts";
import { PageHead } from "../../pages-shared/page-head.tsx";
import { forgetAppointment, keepAppointment } from "../kept-appointments.ts";
import { AppointmentView } from "./appointment-view.tsx";
import { useAppointmentWords } from "./catalogue.ts";
import { useAppointment } from "./use-appointment.ts";

interface Props {
  readonly client: CallnextClient;
  readonly id: number;
  readonly appointmentKey: string | null;
  /** It was booked just now. */
  readonly isNew: boolean;
}

export function AppointmentPage({ client, id, appointmentKey, isNew }: Props) {
  const t = useAppointmentWords();
  const { load, refetch } = useAppointment(client, id, appointmentKey);
  const answer = load.kind === "ready" ? load.answer : null;
  const shop = answer?.shop ?? null;
  const at = answer === null ? 0 : Date.parse(answer.appointment.appointment_time);
  useEffect(() => {
    // The shop's door then offers this appointment first.
    if (shop !== null)
      keepAppointment(browserStorage(), { id, key: appointmentKey ?? "", shopSlug: shop.slug, at });
  }, [id, appointmentKey, shop, at]);
  const unknown = load.kind === "unknown";
  useEffect(() => {
    if (unknown) forgetAppointment(browserStorage(), id);
  }, [id, unknown]);
  const name = shop?.name ?? null;
  useEffect(() => {
    document.title = name === null ? t("title") : `${t("title")} – ${name}`;
  }, [name, t]);
  return (
    <div className="page">
      <PageHead>{name ?? "Callnext"}</PageHead>
      <main className="appointment-main">
        {load.kind === "ready" ? (
          <AppointmentView
            client={client}
            load={load}
            appointmentKey={appointmentKey}
            isNew={isNew}
            refetch={refetch}
          />
        ) : (
          <section className="card" role="status" data-testid="no-appointment" data-state={load.kind}>
            <h1>{t(`noAppointment.${load.kind}.title`)}</h1>
            <p>{t(`noAppointment.${load.kind}.advice`)}</p>
            {load.kind === "failed" ? (
              <button type="button" className="button" onClick={() => void refetch()}>
                {t("again")}
              </button>
            ) : null}
          </section>
        )}
      </main>
    </div>
  );
}
