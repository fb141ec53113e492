import type { StaffShop } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { formatTime } from "../../../i18n/format-time.ts";
import { QrCode } from "../../../ui/QrCode.tsx";
import type { IssuedTicket } from "./issued-ticket.ts";

interface Props {
  readonly ticket: IssuedTicket;
  readonly address: string;
  readonly shop: StaffShop;
}

/** On paper only: what a receipt printer puts out. No name on it, since slips are left lying about. */
export function TicketSlip({ ticket, address, shop }: Props) {
  const { t } = useTranslation("console");
  return (
    <div
      className="hidden w-64 flex-col items-center gap-1 p-4 text-center text-black print:flex"
      aria-hidden
    >
      <p className="text-lg font-semibold">{shop.name}</p>
      <p className="text-6xl font-extrabold">{ticket.number}</p>
      <p className="text-base">{ticket.queue_name}</p>
      <p className="text-sm">{formatTime(Date.now(), { timeZone: shop.time_zone })}</p>
      <QrCode text={address} label={t("add.code")} className="size-40" />
      <p className="text-xs">{t("add.code-hint")}</p>
    </div>
  );
}
