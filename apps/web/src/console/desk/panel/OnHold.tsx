import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { useDesk } from "../desk-context.ts";
import { onHold } from "../logic/at-counter.ts";
import { useCall } from "../use-call.ts";
import { SideList } from "./SideList.tsx";
import { SideTicket } from "./SideTicket.tsx";

/** Services interrupted, to be resumed at my counter. */
export function OnHold() {
  const { t } = useTranslation("console");
  const { view, commands } = useDesk();
  const call = useCall();
  return (
    <SideList title={t("hold.title")} tickets={onHold(view)}>
      {(ticket) => (
        <SideTicket key={ticket.id} ticket={ticket} fact={t("hold.by", { counter: ticket.counter ?? "–" })}>
          <Button
            blocked={call.blocked}
            pending={commands.pending.has("call-next")}
            onPress={() => call.resume(ticket)}
          >
            {t("hold.resume")}
          </Button>
        </SideTicket>
      )}
    </SideList>
  );
}
