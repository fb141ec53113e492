import type { AppointmentOnWire } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { wallTime } from "../../calendar/time/zone-time.ts";
import { useBookingDesk } from "../bookings-context.ts";
import { useVisitChoice } from "../form/use-visit-choice.ts";
import { VisitFields } from "../form/VisitFields.tsx";
import { bookingName } from "../logic/booking-name.ts";
import { useBookingSteps } from "../use-booking-steps.ts";

interface Props {
  readonly booking: AppointmentOnWire;
  readonly onClose: () => void;
}

/** To another time or person by choosing: what dragging does, for keyboards, phones and other weeks. */
export function MoveDialog({ booking, onClose }: Props) {
  const { t } = useTranslation("console");
  const { view } = useBookingDesk();
  const steps = useBookingSteps();
  const start = Date.parse(booking.appointment_time);
  const visit = useVisitChoice({
    serviceId: booking.service_id,
    providerId: booking.provider_id,
    date: wallTime(start, view.shop.self.time_zone).date,
    start: null,
  });
  const { choice } = visit;
  const send = async (): Promise<void> => {
    if (choice.start === null) return;
    if (await steps.move(booking, { start: choice.start, providerId: choice.providerId })) onClose();
  };
  return (
    <Dialog title={t("booking-move.title", { name: bookingName(t, booking) })} open onClose={onClose} wide>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <VisitFields form={visit} fixedService />
        <Button
          type="submit"
          variant="primary"
          size="large"
          pending={steps.isPending(booking, "move")}
          blocked={choice.start === null ? t("booking.choose-time") : null}
        >
          {t("booking-move.confirm")}
        </Button>
      </form>
    </Dialog>
  );
}
