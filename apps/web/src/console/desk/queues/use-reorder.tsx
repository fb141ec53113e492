import type { StaffQueue, StaffTicket } from "@callnext/protocol";
import { useState } from "react";
import { type DragAndDropHooks, DropIndicator, useDragAndDrop } from "react-aria-components";
import { type DropPlace, prospectiveOrder } from "../logic/prospective-order.ts";
import type { Places } from "./places-context.ts";
import { useMove } from "./use-move.ts";

export interface Reordering {
  /** Ids in the order shown. */
  readonly order: readonly string[];
  readonly places: Places;
  readonly dragAndDropHooks: DragAndDropHooks;
}

/** The line as shown, and how to change its order: by pointer, touch, keyboard or menu. */
export function useReorder(queue: StaffQueue, line: readonly StaffTicket[]): Reordering {
  const { order, move } = useMove(queue, line);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<DropPlace | null>(null);
  const shown = dragged === null ? order : prospectiveOrder(order, dragged, over);
  const stop = (): void => {
    setDragged(null);
    setOver(null);
  };
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ "application/x-callnext-ticket": String(key) })),
    onDragStart: (event) => setDragged([...event.keys].map(String)[0] ?? null),
    onDropEnter: ({ target }) =>
      setOver(target.type === "item" ? { key: String(target.key), dropPosition: target.dropPosition } : null),
    onDropExit: () => setOver(null),
    onDragEnd: stop,
    onReorder: ({ keys, target }) => {
      const id = [...keys].map(String)[0];
      const place = { key: String(target.key), dropPosition: target.dropPosition };
      if (id !== undefined) void move(id, prospectiveOrder(order, id, place));
    },
    renderDropIndicator: (target) => (
      <DropIndicator
        target={target}
        className="h-0 outline-none data-[drop-target]:h-1.5 data-[drop-target]:bg-accent"
      />
    ),
  });

  return {
    order,
    dragAndDropHooks,
    places: {
      places: new Map(shown.map((id, index) => [id, index + 1])),
      dragged,
      moveTo: (id, position) => {
        const rest = order.filter((each) => each !== id);
        void move(id, [...rest.slice(0, position - 1), id, ...rest.slice(position - 1)]);
      },
      touch: {
        start: setDragged,
        over: setOver,
        drop: (id) => {
          void move(id, prospectiveOrder(order, id, over));
          stop();
        },
        cancel: stop,
      },
    },
  };
}
