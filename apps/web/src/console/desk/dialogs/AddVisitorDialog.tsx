import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../ui/Dialog.tsx";
import { AddVisitorForm } from "./AddVisitorForm.tsx";
import type { IssuedTicket } from "./issued-ticket.ts";
import { TicketGiven } from "./TicketGiven.tsx";

export function AddVisitorDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("console");
  const [given, setGiven] = useState<IssuedTicket | null>(null);
  return (
    <Dialog title={given === null ? t("add.title") : t("add.done")} open onClose={onClose}>
      {given === null ? (
        <AddVisitorForm onGiven={setGiven} />
      ) : (
        <TicketGiven ticket={given} onAnother={() => setGiven(null)} onClose={onClose} />
      )}
    </Dialog>
  );
}
