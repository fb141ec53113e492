import type { CallnextClient } from "@callnext/client";
import type { BookingPage, OwnAppointment } from "@callnext/protocol";
import { useEffect, useRef, useState } from "react";
import { useBookingPage } from "../book/use-booking-page.ts";
import { useSlotsWords } from "../slots/catalogue.ts";
import { SlotPicker } from "../slots/slot-picker.tsx";
import type { FreeTime } from "../slots/times-of-day.ts";
import { dayOf } from "../slots/zoned-day.ts";
import { useAppointmentWords } from "./catalogue.ts";
import type { Changes } from "./use-changes.ts";
import { useMoment } from "./use-moment.ts";

interface Props {
  readonly client: CallnextClient;
  readonly answer: OwnAppointment;
  readonly appointmentKey: string | null;
  readonly changes: Changes;
  readonly onClose: () => void;
}

/** Another time with the same person for the same thing: the old one is kept until the new one is had. */
export function MovePanel({ client, answer, appointmentKey, changes, onClose }: Props) {
  const t = useAppointmentWords();
  const slots = useSlotsWords();
  const { load } = useBookingPage(client, answer.shop.slug);
  const [picked, pick] = useState<FreeTime | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const move = async (start: string): Promise<void> => {
    if (await changes.move(start)) onClose();
    else pick(null);
  };
  return (
    <section className="card move" data-testid="move-panel">
      <h2 ref={title} tabIndex={-1}>
        {slots("title")}
      </h2>
      {picked !== null ? (
        <Question
          picked={picked}
          timeZone={answer.shop.time_zone}
          busy={changes.busy !== null}
          onYes={() => void move(picked.start)}
          onNo={() => pick(null)}
        />
      ) : load.kind === "ready" ? (
        <Times
          client={client}
          answer={answer}
          appointmentKey={appointmentKey}
          page={load.page}
          onPick={pick}
        />
      ) : (
        <p role="status">{slots(load.kind === "loading" ? "loading" : "failed")}</p>
      )}
      <button type="button" className="button button-plain" data-testid="move-stop" onClick={onClose}>
        {t("change.stop")}
      </button>
    </section>
  );
}

function Times({
  client,
  answer: { appointment, shop },
  appointmentKey,
  page,
  onPick,
}: Pick<Props, "client" | "answer" | "appointmentKey"> & {
  readonly page: BookingPage;
  readonly onPick: (time: FreeTime) => void;
}) {
  const wish = {
    shopSlug: shop.slug,
    serviceId: appointment.service_id,
    providerId: appointment.provider_id,
    moving: { id: appointment.id, key: appointmentKey },
  };
  const place = {
    timeZone: shop.time_zone,
    today: page.today,
    horizonDays: page.rules.horizon_days,
    specialDays: page.special_days,
  };
  const near = dayOf(Date.parse(appointment.appointment_time), shop.time_zone);
  return <SlotPicker client={client} wish={wish} place={place} busy={false} near={near} onPick={onPick} />;
}

function Question({
  picked,
  timeZone,
  busy,
  onYes,
  onNo,
}: {
  readonly picked: FreeTime;
  readonly timeZone: string;
  readonly busy: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  const t = useAppointmentWords();
  const moment = useMoment(timeZone);
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => yes.current?.focus(), []);
  return (
    <div className="ask" role="group" aria-labelledby="move-question">
      <h3 id="move-question">{t("change.confirm", moment(picked.start))}</h3>
      <div className="ask-answers">
        <button type="button" className="button" onClick={onNo}>
          {t("change.no")}
        </button>
        <button
          type="button"
          ref={yes}
          className="button button-main"
          data-testid="move-yes"
          aria-disabled={busy}
          onClick={onYes}
        >
          {t("change.yes")}
        </button>
      </div>
    </div>
  );
}
