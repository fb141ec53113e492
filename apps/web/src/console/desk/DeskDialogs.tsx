import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { useDesk, type DeskDialog } from "./desk-context.ts";
import { AddVisitorDialog } from "./dialogs/AddVisitorDialog.tsx";
import { CounterDialog } from "./dialogs/CounterDialog.tsx";
import { HelpDialog } from "./dialogs/HelpDialog.tsx";
import { JoinCodeDialog } from "./dialogs/JoinCodeDialog.tsx";
import { LedgerDialog } from "./dialogs/LedgerDialog.tsx";
import { TransferDialog } from "./dialogs/TransferDialog.tsx";

interface Props {
  readonly dialog: DeskDialog | null;
  readonly onClose: () => void;
}

export function DeskDialogs({ dialog, onClose }: Props) {
  const { t } = useTranslation("console");
  const { commands } = useDesk();
  switch (dialog?.kind) {
    case undefined:
      return null;
    case "counter":
      return <CounterDialog onClose={onClose} />;
    case "add":
      return <AddVisitorDialog onClose={onClose} />;
    case "help":
      return <HelpDialog onClose={onClose} />;
    case "join-code":
      return <JoinCodeDialog onClose={onClose} />;
    case "transfer":
      return <TransferDialog ticket={dialog.ticket} onClose={onClose} />;
    case "ledger":
      return <LedgerDialog ticket={dialog.ticket} onClose={onClose} />;
    case "cancel":
      return (
        <ConfirmDialog
          open
          title={t("cancel.title", { number: dialog.ticket.number })}
          text={t("cancel.text")}
          confirm={t("cancel.confirm")}
          onConfirm={() => void commands.run("cancel", { path: `/tickets/${dialog.ticket.id}/cancel` })}
          onClose={onClose}
        />
      );
  }
}
