import type { AppointmentOnWire } from "@callnext/protocol";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatDate } from "../../../i18n/format-date.ts";
import { formatTime } from "../../../i18n/format-time.ts";
import { isLanguage } from "../../../i18n/languages.ts";
import { useNow } from "../../../ui/use-now.ts";
import { BookingBadge } from "../BookingBadge.tsx";
import { useBookingDesk } from "../bookings-context.ts";
import { bookingTimes } from "../logic/booking-times.ts";

export function BookingFacts({ booking }: { readonly booking: AppointmentOnWire }) {
  const { t, i18n } = useTranslation("console");
  const timeZone = useBookingDesk().view.shop.self.time_zone;
  const now = useNow(15_000);
  const language = isLanguage(i18n.language) ? i18n.language : "fr";
  const day = formatDate(Date.parse(booking.appointment_time), language, timeZone);
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-2xl font-bold tabular-nums">{bookingTimes(booking, timeZone)}</p>
        <BookingBadge booking={booking} now={now} />
      </div>
      <p className="text-base first-letter:uppercase">{day}</p>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-base">
        <Fact name={t("booking.service")}>{booking.service?.name}</Fact>
        <Fact name={t("booking.with")}>{booking.provider_name}</Fact>
        {booking.number_of_people > 1 && (
          <Fact name={t("booking.people")}>{t("badge.party", { count: booking.number_of_people })}</Fact>
        )}
        <Fact name={t("booking.phone")}>
          {booking.phone_number !== null && (
            <Contact href={`tel:${booking.phone_number}`} text={booking.phone_number} />
          )}
        </Fact>
        <Fact name={t("booking.email")}>
          {booking.email !== null && <Contact href={`mailto:${booking.email}`} text={booking.email} />}
        </Fact>
        <Fact name={t("booking.notes")}>
          {booking.notes !== null && <span className="whitespace-pre-line">{booking.notes}</span>}
        </Fact>
        {booking.on_my_way !== null && (
          <Fact name={t("booking-status.on-my-way")}>
            {t("booking.said-at", { time: formatTime(Date.parse(booking.on_my_way), { timeZone }) })}
          </Fact>
        )}
      </dl>
    </div>
  );
}

/** Not there where nothing is known. */
function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  if (children === undefined || children === null || children === false || children === "") return null;
  return (
    <>
      <dt className="py-1 text-ink-soft">{name}</dt>
      <dd className="min-w-0 py-1 break-words">{children}</dd>
    </>
  );
}

function Contact({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <a href={href} className="-my-1 inline-flex min-h-9 items-center text-accent underline">
      {text}
    </a>
  );
}
