import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../ui/Dialog.tsx";
import { useDesk } from "../desk-context.ts";
import { AddVisitorForm } from "./AddVisitorForm.tsx";
import type { IssuedTicket } from "./issued-ticket.ts";
import { TicketGiven } from "./TicketGiven.tsx";

export function AddVisitorDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("console");
  const { view } = useDesk();
  const [given, setGiven] = useState<IssuedTicket | null>(null);
  return (
    <Dialog title={given === null ? t("add.title") : t("add.done")} open onClose={onClose}>
      {given === null ? (
        <AddVisitorForm onGiven={setGiven} />
      ) : (
        <TicketGiven
          ticket={given}
          shop={view.shop.self}
          onAnother={() => setGiven(null)}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
