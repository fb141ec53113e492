import type { StaffTicket } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { ActionMenu } from "../../../ui/ActionMenu.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useDesk } from "../desk-context.ts";
import { usePlaces } from "./places-context.ts";

/** Everything else for one who waits; moving as well, for whoever cannot drag. */
export function RowMenu({ ticket }: { readonly ticket: StaffTicket }) {
  const { t } = useTranslation("console");
  const { openDialog } = useDesk();
  const { places, moveTo } = usePlaces();
  const at = places.get(ticket.id) ?? 1;
  const length = places.size;
  const moves = [
    ...(at > 2 ? [{ id: "first", text: t("order.first"), onAction: () => moveTo(ticket.id, 1) }] : []),
    ...(at > 1 ? [{ id: "up", text: t("order.up"), onAction: () => moveTo(ticket.id, at - 1) }] : []),
    ...(at < length
      ? [{ id: "down", text: t("order.down"), onAction: () => moveTo(ticket.id, at + 1) }]
      : []),
    ...(at < length - 1
      ? [{ id: "last", text: t("order.last"), onAction: () => moveTo(ticket.id, length) }]
      : []),
  ];
  const others = [
    { id: "ledger", text: t("ledger.ask"), onAction: () => openDialog({ kind: "ledger", ticket }) },
    { id: "transfer", text: t("action.transfer"), onAction: () => openDialog({ kind: "transfer", ticket }) },
    {
      id: "cancel",
      text: t("action.cancel"),
      danger: true,
      onAction: () => openDialog({ kind: "cancel", ticket }),
    },
  ];
  return (
    <ActionMenu label={t("row.menu", { number: ticket.number })} groups={[moves, others]}>
      <Icon name="more" />
    </ActionMenu>
  );
}
