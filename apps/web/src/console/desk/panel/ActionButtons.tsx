import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { TICKET_ACTIONS, type TicketAction } from "../logic/actions.ts";
import { useTicketActions } from "../use-ticket-actions.ts";

export function ActionButtons() {
  const { t } = useTranslation("console");
  const { ticket, blocked, press, isPending } = useTicketActions();
  return (
    <div role="group" aria-label={t("panel.actions")} className="mt-3 grid grid-cols-2 gap-2">
      {TICKET_ACTIONS.map((action) => (
        <Button
          key={action.id}
          variant={isNextStep(action, ticket?.status) ? "primary" : "plain"}
          blocked={blocked(action.id)}
          pending={isPending(action.id)}
          onPress={() => press(action.id)}
          shortcut={action.key}
          className="!justify-start !px-3 text-left"
        >
          {t(`action.${action.id}`)}
        </Button>
      ))}
    </div>
  );
}

/** The usual next step stands out: called, then serving, then done. */
function isNextStep(action: TicketAction, status: string | undefined): boolean {
  return (status === "called" && action.id === "start") || (status === "serving" && action.id === "complete");
}
