import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { TicketGiven } from "../../desk/dialogs/TicketGiven.tsx";
import { type BookingDialog, useBookingDesk } from "../bookings-context.ts";
import { bookingName } from "../logic/booking-name.ts";
import { useBookingSteps } from "../use-booking-steps.ts";
import { BookDialog } from "./BookDialog.tsx";
import { BookedDialog } from "./BookedDialog.tsx";
import { ConfirmMove } from "./ConfirmMove.tsx";
import { DetailsDialog } from "./DetailsDialog.tsx";
import { MoveDialog } from "./MoveDialog.tsx";

interface Props {
  readonly dialog: BookingDialog | null;
  readonly onClose: () => void;
}

export function BookingDialogs({ dialog, onClose }: Props) {
  const { t } = useTranslation("console");
  const { view } = useBookingDesk();
  const steps = useBookingSteps();
  switch (dialog?.kind) {
    case undefined:
      return null;
    case "book":
      return <BookDialog wish={dialog.wish} onClose={onClose} />;
    case "booked":
      return <BookedDialog booking={dialog.booking} address={dialog.address} onClose={onClose} />;
    case "details":
      return <DetailsDialog id={dialog.id} onClose={onClose} />;
    case "move":
      return <MoveDialog booking={dialog.booking} onClose={onClose} />;
    case "confirm-move":
      return <ConfirmMove booking={dialog.booking} to={dialog.to} onClose={onClose} />;
    case "cancel":
      return (
        <ConfirmDialog
          open
          title={t("booking-cancel.title", { name: bookingName(t, dialog.booking) })}
          text={t("booking-cancel.text")}
          confirm={t("booking-cancel.confirm")}
          onConfirm={() => void steps.step(dialog.booking, "cancel")}
          onClose={onClose}
        />
      );
    case "ticket":
      return (
        <Dialog title={t("add.done")} open onClose={onClose}>
          <TicketGiven ticket={dialog.ticket} shop={view.shop.self} onClose={onClose} />
        </Dialog>
      );
  }
}
