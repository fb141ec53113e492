import type { AppointmentOnWire } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { CopyLink } from "../../../ui/CopyLink.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { QrCode } from "../../../ui/QrCode.tsx";
import { BookingFacts } from "./BookingFacts.tsx";

interface Props {
  readonly booking: AppointmentOnWire;
  readonly address: string;
  readonly onClose: () => void;
}

/** It is booked; the visitor may take the private link along. */
export function BookedDialog({ booking, address, onClose }: Props) {
  const { t } = useTranslation("console");
  const link = new URL(address, location.origin).href;
  return (
    <Dialog title={t("booking.booked")} open onClose={onClose}>
      <BookingFacts booking={booking} />
      <div className="mt-4 flex flex-col items-center gap-2 text-center">
        <QrCode text={link} label={t("booking.code")} className="size-40 border border-line" />
        <p className="text-sm text-ink-soft">{t("booking.code-hint")}</p>
        <CopyLink address={link} />
      </div>
      <div className="mt-4 flex justify-end">
        <Button variant="primary" autoFocus onPress={onClose}>
          {t("action.done", { ns: "common" })}
        </Button>
      </div>
    </Dialog>
  );
}
