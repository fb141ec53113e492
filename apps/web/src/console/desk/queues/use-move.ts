import type { StaffQueue, StaffTicket } from "@callnext/protocol";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNotices } from "../../../ui/notices/notices-context.ts";
import { useDesk } from "../desk-context.ts";
import { overlay, type PendingOrder } from "../logic/pending-order.ts";

export interface Moving {
  /** The line as shown: what was asked for, until the server's own view has caught up. */
  readonly order: readonly string[];
  /** Asks for `next`, in which only `id` has moved; a refusal brings the server's order back. */
  readonly move: (id: string, next: readonly string[]) => Promise<void>;
}

export function useMove(queue: StaffQueue, line: readonly StaffTicket[]): Moving {
  const { t } = useTranslation("console");
  const { commands, seq } = useDesk();
  const notices = useNotices();
  const [pending, setPending] = useState<PendingOrder | null>(null);
  const ids = line.map((ticket) => ticket.id);
  const order = overlay(ids, pending, seq);

  const move = async (id: string, next: readonly string[]): Promise<void> => {
    const position = next.indexOf(id) + 1;
    if (position === 0 || position === order.indexOf(id) + 1) return;
    const asked: PendingOrder = { order: next, settledAt: null };
    setPending(asked);
    // Each move is a command of its own: the next drag may come before this one is answered.
    const answer = await commands.run<{ readonly seq: number }>(`order-${id}-${position}`, {
      method: "PUT",
      path: `/queues/${queue.id}/order`,
      body: { ticket_id: id, position, seq },
    });
    const settled = answer.ok ? { ...asked, settledAt: answer.value.seq } : null;
    // Only this change's own picture is settled or taken back; a newer one may have replaced it.
    setPending((now) => (now === asked ? settled : now));
    if (!answer.ok) return;
    const number = line.find((ticket) => ticket.id === id)?.number;
    notices.show({ id: "moved", tone: "good", text: t("order.moved", { number, position }) });
  };
  return { order, move };
}
