import type { StaffTicket } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { useDesk } from "../desk-context.ts";
import { queuesOf } from "../logic/served-queues.ts";

interface Props {
  readonly ticket: StaffTicket;
  readonly onClose: () => void;
}

/** To another queue of the shop; number and seniority go along. */
export function TransferDialog({ ticket, onClose }: Props) {
  const { t } = useTranslation("console");
  const { view, commands } = useDesk();
  const others = queuesOf(view).filter((queue) => queue.id !== ticket.queue_id);
  return (
    <Dialog title={t("transfer.title", { number: ticket.number })} open onClose={onClose}>
      <p className="mb-4 text-ink-soft">{others.length === 0 ? t("transfer.none") : t("transfer.text")}</p>
      <div className="flex flex-col gap-2">
        {others.map((queue, index) => (
          <Button
            key={queue.id}
            autoFocus={index === 0}
            size="large"
            className="!justify-between"
            onPress={() => {
              void commands.run("transfer", {
                path: `/tickets/${ticket.id}/transfer`,
                body: { queue_id: queue.id },
              });
              onClose();
            }}
          >
            <span>
              {queue.prefix} · {queue.name}
            </span>
            <span className="text-sm font-normal text-ink-soft">
              {t("queue.waiting", { count: queue.line.length })}
            </span>
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
