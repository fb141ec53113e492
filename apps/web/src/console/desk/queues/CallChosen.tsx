import type { StaffTicket } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useDesk } from "../desk-context.ts";
import { useCall } from "../use-call.ts";

export function CallChosen({ ticket }: { readonly ticket: StaffTicket }) {
  const { t } = useTranslation("console");
  const { commands } = useDesk();
  const call = useCall();
  return (
    <Button
      variant="quiet"
      size="icon"
      label={t("row.call", { number: ticket.number })}
      blocked={call.blocked}
      pending={commands.pending.has("call-next")}
      onPress={() => call.chosen(ticket)}
      className="!text-accent"
    >
      <Icon name="call" />
    </Button>
  );
}
