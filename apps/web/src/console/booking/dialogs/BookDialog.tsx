import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useForm } from "../../../admin/shared/use-form.ts";
import { Button } from "../../../ui/Button.tsx";
import { CheckboxField } from "../../../ui/CheckboxField.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { latest } from "../../calendar/time/calendar-date.ts";
import { wallTime } from "../../calendar/time/zone-time.ts";
import { problemText } from "../../api/problem-text.ts";
import { useBookingDesk } from "../bookings-context.ts";
import type { BookingWish } from "../form/booking-wish.ts";
import { ContactFields } from "../form/ContactFields.tsx";
import { useBooking, type Contact } from "../form/use-booking.ts";
import { useVisitChoice } from "../form/use-visit-choice.ts";
import { VisitFields } from "../form/VisitFields.tsx";

const NOBODY: Contact = { name: "", phone: "", email: "", notes: "", people: "1" };

interface Props {
  readonly wish: BookingWish;
  readonly onClose: () => void;
}

/** A booking made at the desk, by telephone or for somebody who stands there. */
export function BookDialog({ wish, onClose }: Props) {
  const { t } = useTranslation("console");
  const { view } = useBookingDesk();
  const { start, providerId } = wish;
  // The column of a day goes on after midnight; the lists of what is free do not.
  const dateOf = (at: number): string => wallTime(at, view.shop.self.time_zone).date;
  const [date] = useState(() => (start === null ? latest(wish.date, dateOf(Date.now())) : dateOf(start)));
  const visit = useVisitChoice({ serviceId: null, providerId, date, start });
  const contact = useForm(NOBODY);
  const [here, setHere] = useState(wish.here);
  const { book, pending, problem } = useBooking();
  const nothing = visit.services.length === 0 ? t("booking.no-services") : null;
  return (
    <Dialog title={t(wish.here ? "booking.walk-in" : "booking.new")} open onClose={onClose} wide>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void book(visit.choice, contact.values, here);
        }}
      >
        <VisitFields form={visit} />
        <ContactFields form={contact} problem={problem} />
        <CheckboxField
          label={t("booking.here")}
          hint={t("booking.here-hint")}
          checked={here}
          onChange={setHere}
        />
        {problem !== null && problem.field === null && (
          <p role="alert" className="font-medium text-bad">
            {problemText(t, problem)}
          </p>
        )}
        <Button
          type="submit"
          variant="primary"
          size="large"
          pending={pending}
          blocked={nothing ?? (visit.choice.start === null ? t("booking.choose-time") : null)}
        >
          {t(here ? "booking.book-and-check-in" : "booking.book")}
        </Button>
      </form>
    </Dialog>
  );
}
