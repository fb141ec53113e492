import type { StaffQueue, StaffTicket } from "@callnext/protocol";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DropIndicator, useDragAndDrop } from "react-aria-components";
import { useNotices } from "../../../ui/notices/notices-context.ts";
import { useDesk } from "../desk-context.ts";
import { overlay, type PendingOrder } from "../logic/pending-order.ts";
import { type DropPlace, prospectiveOrder } from "../logic/prospective-order.ts";

/** The line as shown, and how to change its order: by pointer, touch, keyboard or menu. */
export function useReorder(queue: StaffQueue, line: readonly StaffTicket[]) {
  const { t } = useTranslation("console");
  const { commands, seq } = useDesk();
  const notices = useNotices();
  const [pending, setPending] = useState<PendingOrder | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<DropPlace | null>(null);
  const order = overlay(line.map((ticket) => ticket.id), pending, seq);
  const shown = dragged === null ? order : prospectiveOrder(order, dragged, over);

  const move = async (id: string, next: readonly string[]): Promise<void> => {
    const position = next.indexOf(id) + 1;
    if (position === 0 || position === order.indexOf(id) + 1) return;
    const asked: PendingOrder = { order: next, settledAt: null };
    setPending(asked);
    const answer = await commands.run<{ readonly seq: number }>(`order-${queue.id}`, {
      method: "PUT",
      path: `/queues/${queue.id}/order`,
      body: { ticket_id: id, position, seq },
    });
    const number = line.find((ticket) => ticket.id === id)?.number;
    // Only this change's own picture is settled or taken back; a newer drag may have replaced it.
    setPending((now) => (now !== asked ? now : answer.ok ? { ...asked, settledAt: answer.value.seq } : null));
    if (answer.ok) notices.show({ id: "moved", tone: "good", text: t("order.moved", { number, position }) });
  };

  const stop = (): void => {
    setDragged(null);
    setOver(null);
  };
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ "application/x-callnext-ticket": String(key) })),
    onDragStart: (event) => setDragged([...event.keys].map(String)[0] ?? null),
    onDropEnter: ({ target }) => setOver(target.type === "item" ? { key: String(target.key), dropPosition: target.dropPosition } : null),
    onDropExit: () => setOver(null),
    onDragEnd: stop,
    onReorder: ({ keys, target }) => {
      const id = [...keys].map(String)[0];
      if (id !== undefined) void move(id, prospectiveOrder(order, id, { key: String(target.key), dropPosition: target.dropPosition }));
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="h-0 outline-none data-[drop-target]:h-1.5 data-[drop-target]:bg-accent" />,
  });

  return {
    order,
    places: { places: new Map(shown.map((id, index) => [id, index + 1])), dragged },
    dragAndDropHooks,
    move: (id: string, position: number) => {
      const rest = order.filter((each) => each !== id);
      void move(id, rest.toSpliced(position - 1, 0, id));
    },
    touch: {
      start: setDragged,
      over: setOver,
      drop: (id: string) => {
        void move(id, prospectiveOrder(order, id, over));
        stop();
      },
      cancel: stop,
    },
  };
}

export type TouchDrag = ReturnType<typeof useReorder>["touch"];
