import type { AppointmentOnWire } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { formatDate } from "../../../i18n/format-date.ts";
import { formatTime } from "../../../i18n/format-time.ts";
import { isLanguage } from "../../../i18n/languages.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { type MoveTarget, useBookingDesk } from "../bookings-context.ts";
import { bookingName } from "../logic/booking-name.ts";
import { useBookingSteps } from "../use-booking-steps.ts";

interface Props {
  readonly booking: AppointmentOnWire;
  readonly to: MoveTarget;
  readonly onClose: () => void;
}

/** A booking that was dragged: the visitor is told of every move, so that a slip of the hand must not be one. */
export function ConfirmMove({ booking, to, onClose }: Props) {
  const { t, i18n } = useTranslation("console");
  const { view, providers } = useBookingDesk();
  const steps = useBookingSteps();
  const timeZone = view.shop.self.time_zone;
  const language = isLanguage(i18n.language) ? i18n.language : "fr";
  const when = (at: number): string =>
    `${formatTime(at, { timeZone })} · ${formatDate(at, language, timeZone)}`;
  const name = providers.find(({ id }) => id === to.providerId)?.name ?? booking.provider_name;
  const confirm = (): void => {
    void steps.move(booking, to);
    onClose();
  };
  return (
    <Dialog title={t("booking-move.title", { name: bookingName(t, booking) })} open onClose={onClose} alert>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 text-base">
        <dt className="text-ink-soft">{t("booking-move.from")}</dt>
        <dd className="text-ink-soft line-through">
          {when(Date.parse(booking.appointment_time))} · {booking.provider_name}
        </dd>
        <dt className="text-ink-soft">{t("booking-move.to")}</dt>
        <dd className="font-semibold">
          {when(to.start)} · {name}
        </dd>
      </dl>
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button onPress={onClose}>{t("action.back", { ns: "common" })}</Button>
        <Button variant="primary" autoFocus onPress={confirm}>
          {t("booking-move.confirm")}
        </Button>
      </div>
    </Dialog>
  );
}
