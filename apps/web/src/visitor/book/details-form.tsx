import type { CallnextClient } from "@callnext/client";
import type { BookAnswer, BookingPage } from "@callnext/protocol";
import { type FormEvent, useEffect, useRef } from "react";
import { formatTime } from "../../i18n/format-time.ts";
import { browserStorage } from "../../pages-shared/browser-storage.ts";
import { dayText } from "../../pages-shared/i18n/day-text.ts";
import { useLanguage } from "../../pages-shared/speech.tsx";
import { appointmentHeaders, bookingPath } from "../booking-paths.ts";
import { carryLanguage } from "../carry-language.ts";
import { keepAppointment } from "../kept-appointments.ts";
import { useBookWords } from "./catalogue.ts";
import { ContactFields, NotesField } from "./contact-fields.tsx";
import type { HeldSlot } from "./held-slot.ts";
import { HoldNote } from "./hold-note.tsx";
import { asksForAnotherTime } from "./problem-key.ts";
import { SendButton } from "./send-button.tsx";
import { useFaultFocus } from "./use-fault-focus.ts";
import { type Contact, useDetails } from "./use-details.ts";
import { usePostOnce } from "./use-post-once.ts";
import type { Hold } from "./use-hold.ts";

interface Props {
  readonly client: CallnextClient;
  readonly page: BookingPage;
  readonly held: HeldSlot;
  readonly hold: Hold;
}

/** Who comes; the time is kept meanwhile. */
export function DetailsForm({ client, page, held, hold }: Props) {
  const t = useBookWords();
  const { language } = useLanguage();
  const details = useDetails();
  const { sending, post } = usePostOnce(client);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { form, toFault } = useFaultFocus();

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const contact = sending.kind === "sending" ? null : details.finish();
    if (contact === null) {
      toFault();
      return;
    }
    const path = `${bookingPath(page.shop.slug)}appointments/`;
    const body = bookBody(held, contact, language);
    const answer = await post<BookAnswer>(path, body, appointmentHeaders(held.key));
    if (typeof answer === "string") {
      if (asksForAnotherTime(answer)) hold.letGo(answer);
      return;
    }
    const { id, appointment_time } = answer.appointment;
    const at = Date.parse(appointment_time);
    keepAppointment(browserStorage(), { id, key: answer.appointment_key, shopSlug: page.shop.slug, at });
    hold.done();
    location.replace(carryLanguage(answer.appointment_url.replace("#", "?new#"), location.search));
  };

  return (
    <form
      ref={form}
      className="step"
      onSubmit={(event) => void submit(event)}
      noValidate
      data-testid="details"
    >
      <ChosenTime page={page} held={held} />
      <HoldNote until={held.until} />
      <button
        type="button"
        className="button button-plain"
        data-testid="other-time"
        onClick={() => hold.letGo()}
      >
        {t("otherTime")}
      </button>
      <h2 ref={title} tabIndex={-1}>
        {t("details")}
      </h2>
      <ContactFields details={details} hint={t("contactHint")} />
      <NotesField details={details} />
      <SendButton sending={sending} text={t("book")} />
    </form>
  );
}

function ChosenTime({ page, held }: Pick<Props, "page" | "held">) {
  const t = useBookWords();
  const { language } = useLanguage();
  const { time_zone: timeZone } = page.shop;
  const [start, end] = [Date.parse(held.start), Date.parse(held.end)];
  const service = page.services.find(({ id }) => id === held.serviceId)?.name ?? "";
  return (
    <div className="card chosen-time" role="group" aria-label={t("summary")} data-testid="summary">
      <p>
        {service}
        {held.providerName === "" ? null : <span className="quiet"> · {held.providerName}</span>}
      </p>
      <p className="chosen-day">{dayText(start, timeZone, language)}</p>
      <p className="chosen-hour">
        {formatTime(start, { timeZone })}–{formatTime(end, { timeZone })}
      </p>
    </div>
  );
}

/** Where the hold has run out the server takes the same time again, if it is still free. */
function bookBody(held: HeldSlot, contact: Contact, locale: string): object {
  return {
    ...contact,
    locale,
    hold_id: held.id,
    service_id: held.serviceId,
    provider_id: held.wished,
    appointment_time: held.start,
  };
}
