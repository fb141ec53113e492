import { useTranslation } from "react-i18next";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { useBookingDesk } from "../bookings-context.ts";
import { bookingName } from "../logic/booking-name.ts";
import { BookingActions } from "./BookingActions.tsx";
import { BookingFacts } from "./BookingFacts.tsx";

/** One appointment, live: what a colleague does with it meanwhile shows here. */
export function DetailsDialog({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const { t } = useTranslation("console");
  const booking = useBookingDesk().bookings.get(id);
  return (
    <Dialog
      title={booking === undefined ? t("booking.gone") : bookingName(t, booking)}
      open
      onClose={onClose}
    >
      {booking === undefined ? (
        <EmptyState title={t("booking.gone")} text={t("booking.gone-text")} />
      ) : (
        <>
          <BookingFacts booking={booking} />
          <BookingActions booking={booking} onClose={onClose} />
        </>
      )}
    </Dialog>
  );
}
