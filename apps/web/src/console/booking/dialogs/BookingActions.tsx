import type { AppointmentOnWire, AppointmentStep } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { ActionMenu } from "../../../ui/ActionMenu.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useBookingDesk } from "../bookings-context.ts";
import { bookingName } from "../logic/booking-name.ts";
import { mayStep } from "../logic/booking-steps.ts";
import { useBookingSteps } from "../use-booking-steps.ts";

const LATE_BY = [5, 10, 15, 20, 30, 45, 60] as const;
const PLAIN_STEPS: readonly AppointmentStep[] = ["on-my-way", "complete", "no-show", "restore"];

interface Props {
  readonly booking: AppointmentOnWire;
  readonly onClose: () => void;
}

/** What can be done with it as it stands; nothing that the server would refuse anyway. */
export function BookingActions({ booking, onClose }: Props) {
  const { t } = useTranslation("console");
  const { openDialog } = useBookingDesk();
  const steps = useBookingSteps();
  const may = (step: Parameters<typeof mayStep>[1]): boolean => mayStep(booking, step);
  if (booking.status === "held" || booking.status === "completed" || booking.status === "checked_in")
    return null;
  return (
    <div
      role="group"
      aria-label={t("booking.actions", { name: bookingName(t, booking) })}
      className="mt-5 flex flex-wrap gap-2"
    >
      {may("check-in") && (
        <Button
          variant="primary"
          autoFocus
          pending={steps.isPending(booking, "check-in")}
          onPress={() => void steps.checkIn(booking)}
        >
          <Icon name="check" />
          {t("booking-step.check-in")}
        </Button>
      )}
      {may("move") && (
        <Button onPress={() => openDialog({ kind: "move", booking })}>{t("booking-step.move")}</Button>
      )}
      {may("late") && <LateMenu booking={booking} />}
      {PLAIN_STEPS.filter((step) => may(step) && !(step === "on-my-way" && booking.on_my_way !== null)).map(
        (step) => (
          <Button
            key={step}
            pending={steps.isPending(booking, step)}
            onPress={() => void steps.step(booking, step).then((done) => done && onClose())}
          >
            {t(`booking-step.${step}`)}
          </Button>
        ),
      )}
      {may("cancel") && (
        <Button variant="quiet" className="!text-bad" onPress={() => openDialog({ kind: "cancel", booking })}>
          {t("booking-step.cancel")}
        </Button>
      )}
    </div>
  );
}

function LateMenu({ booking }: { readonly booking: AppointmentOnWire }) {
  const { t } = useTranslation("console");
  const steps = useBookingSteps();
  const choices = LATE_BY.map((minutes) => ({
    id: String(minutes),
    text: t("booking-step.late-by", { minutes }),
    selected: booking.late_minutes === minutes,
    onAction: () => void steps.late(booking, minutes),
  }));
  const onTime = {
    id: "on-time",
    text: t("booking-step.on-time"),
    onAction: () => void steps.late(booking, null),
  };
  return (
    <ActionMenu
      label={t("booking-step.late-of", { name: bookingName(t, booking) })}
      className="border border-line-strong/60 bg-surface px-4 text-sm font-medium"
      groups={[choices, booking.late_minutes === null ? [] : [onTime]]}
    >
      {t("booking-step.late")}
      <Icon name="chevron" />
    </ActionMenu>
  );
}
