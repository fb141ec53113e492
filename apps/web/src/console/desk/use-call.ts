import type { StaffTicket } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { useNotices } from "../../ui/notices/notices-context.ts";
import { useDesk } from "./desk-context.ts";
import { ticketAt } from "./logic/at-counter.ts";
import { nextQueue } from "./logic/next-queue.ts";

export interface Calling {
  /** Why nobody can be called to my counter now, whoever it is; null where somebody can. */
  readonly blocked: string | null;
  /** Why there is no next one. */
  readonly nextBlocked: string | null;
  readonly next: (queueId?: string) => void;
  readonly chosen: (ticket: StaffTicket) => void;
  readonly resume: (ticket: StaffTicket) => void;
}

export function useCall(): Calling {
  const { t } = useTranslation("console");
  const notices = useNotices();
  const { view, counter, served, commands, openDialog } = useDesk();
  const mine = counter === null ? null : ticketAt(view, counter);
  const queueId = nextQueue(view, served);
  const blocked = mine === null ? null : t("why.counter-busy", { number: mine.number });
  const nextBlocked = blocked ?? (queueId === null ? t("why.nobody-waits") : null);

  /** Says why not, or asks for the counter first; true where a call may go out. */
  const may = (why: string | null): boolean => {
    if (why !== null) notices.show({ id: "command", tone: "warn", text: why });
    else if (counter === null) openDialog({ kind: "counter" });
    return why === null && counter !== null;
  };
  return {
    blocked,
    nextBlocked,
    next: (wanted) => {
      const from = wanted ?? queueId;
      if (may(wanted === undefined ? nextBlocked : blocked) && from !== null) {
        void commands.run("call-next", { path: `/queues/${from}/call-next`, body: { counter } });
      }
    },
    chosen: (ticket) => {
      if (may(blocked))
        void commands.run("call-next", { path: `/tickets/${ticket.id}/call`, body: { counter } });
    },
    resume: (ticket) => {
      if (may(blocked))
        void commands.run("call-next", { path: `/tickets/${ticket.id}/resume`, body: { counter } });
    },
  };
}
