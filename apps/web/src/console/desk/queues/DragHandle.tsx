import type { StaffTicket } from "@callnext/protocol";
import { Button as AriaButton } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Icon } from "../../../ui/Icon.tsx";
import { Place } from "./Place.tsx";
import { useTouchDrag } from "./use-touch-drag.ts";

/**
 * The place in the line, and where to take hold of the row. A component of its own within the row:
 * react-aria renders a row's content elsewhere than the row, and effects must run where the button is.
 */
export function DragHandle({ ticket }: { readonly ticket: StaffTicket }) {
  const { t } = useTranslation("console");
  const handle = useTouchDrag(ticket.id);
  return (
    <div className="relative flex min-h-11 w-12 shrink-0 items-center justify-center self-stretch text-ink-soft">
      <Icon name="grip" className="-mr-1 size-5" />
      <Place id={ticket.id} />
      <AriaButton
        ref={handle}
        slot="drag"
        aria-label={t("order.drag", { number: ticket.number })}
        // React-aria lets the pointer through to the row; a finger needs the handle itself.
        className="absolute inset-0 cursor-grab touch-none rounded-lg any-pointer-coarse:!pointer-events-auto"
      />
    </div>
  );
}
