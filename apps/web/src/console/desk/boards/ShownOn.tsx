import type { StaffTicket } from "@callnext/protocol";
import { useBoards } from "@callnext/react";
import { useTranslation } from "react-i18next";
import { classNames } from "../../../ui/class-names.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { useDesk } from "../desk-context.ts";

/** How many boards have shown the present call; nothing where no board is known. */
export function ShownOn({ ticket }: { readonly ticket: StaffTicket | null }) {
  const { t } = useTranslation("console");
  const { shopId } = useDesk();
  const { view } = useBoards(shopId);
  const seen = ticket === null ? undefined : view?.calls[`${ticket.id}/${ticket.calls}`];
  if (seen === undefined || seen.of === 0) return null;
  const isEverywhere = seen.shown === seen.of;
  return (
    <p
      data-shown-on={`${seen.shown}/${seen.of}`}
      className={classNames(
        "mb-3 flex items-center gap-2 text-sm font-medium",
        isEverywhere ? "text-good" : "text-warn",
      )}
    >
      <Icon name={isEverywhere ? "check" : "board"} />
      {t("boards.seen", { shown: seen.shown, count: seen.of })}
      {seen.shown > 0 && seen.announced === 0 && <span>· {t("boards.unheard")}</span>}
    </p>
  );
}
