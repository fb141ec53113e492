import type { StaffShop } from "@callnext/protocol";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { QrCode } from "../../../ui/QrCode.tsx";
import type { IssuedTicket } from "./issued-ticket.ts";
import { TicketSlip } from "./TicketSlip.tsx";

interface Props {
  readonly ticket: IssuedTicket;
  readonly shop: StaffShop;
  readonly onAnother?: () => void;
  readonly onClose: () => void;
}

/** The number to tell, the code to scan, the slip to print. */
export function TicketGiven({ ticket, shop, onAnother, onClose }: Props) {
  const { t } = useTranslation("console");
  const address = new URL(ticket.ticket_url ?? `/ticket/${ticket.id}`, location.origin).href;
  return (
    <div className="flex flex-col items-center gap-3 text-center">
      <div role="status">
        <p className="text-7xl font-extrabold tracking-tight" data-given-number>
          {ticket.number}
        </p>
        <p className="text-lg text-ink-soft">
          {ticket.queue_name}
          {ticket.position !== null && ` · ${t("add.place", { position: ticket.position })}`}
        </p>
      </div>
      <QrCode text={address} label={t("add.code")} className="size-44 border border-line" />
      <p className="text-sm text-ink-soft">{t("add.code-hint")}</p>
      <div className="mt-2 flex flex-wrap justify-center gap-3">
        <Button onPress={() => window.print()}>
          <Icon name="print" />
          {t("add.print")}
        </Button>
        {onAnother !== undefined && (
          <Button onPress={onAnother}>
            <Icon name="add" />
            {t("add.another")}
          </Button>
        )}
        <Button variant="primary" autoFocus onPress={onClose}>
          {t("action.done", { ns: "common" })}
        </Button>
      </div>
      {createPortal(<TicketSlip ticket={ticket} address={address} shop={shop} />, document.body)}
    </div>
  );
}
