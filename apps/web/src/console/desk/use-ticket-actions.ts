import type { StaffTicket } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { useNotices } from "../../ui/notices/notices-context.ts";
import { useDesk } from "./desk-context.ts";
import { actionOf, type TicketActionId, whyNot } from "./logic/actions.ts";
import { ticketAt } from "./logic/at-counter.ts";

export interface TicketActions {
  /** The ticket at my counter. */
  readonly ticket: StaffTicket | null;
  readonly blocked: (id: TicketActionId) => string | null;
  readonly press: (id: TicketActionId) => void;
  readonly isPending: (id: TicketActionId) => boolean;
}

/** What can be done with the ticket at my counter, by button or by key. */
export function useTicketActions(): TicketActions {
  const { t } = useTranslation("console");
  const notices = useNotices();
  const { view, counter, commands, openDialog } = useDesk();
  const ticket = counter === null ? null : ticketAt(view, counter);
  const blocked = (id: TicketActionId): string | null => {
    const why = whyNot(actionOf(id), ticket);
    if (why === null) return null;
    const action = t(`action.${id}`);
    return why.status === undefined
      ? t(why.key, { action })
      : t(why.key, { action, status: t(`status.${why.status}`), number: ticket?.number });
  };
  const press = (id: TicketActionId): void => {
    const why = blocked(id);
    if (why !== null || ticket === null) {
      notices.show({ id: "command", tone: "warn", text: why ?? t("why.no-ticket") });
    } else if (id === "transfer" || id === "cancel") {
      openDialog({ kind: id, ticket });
    } else {
      void commands.run(id, { path: `/tickets/${ticket.id}/${actionOf(id).path}` });
    }
  };
  return { ticket, blocked, press, isPending: (id) => commands.pending.has(id) };
}
