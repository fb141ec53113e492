import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActionMenu } from "../../../ui/ActionMenu.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { FeedsDialog } from "../feeds/FeedsDialog.tsx";
import { WaitingDialog } from "../waiting/WaitingDialog.tsx";

/** What belongs to the calendar and is not looked at every hour. */
export function MoreMenu() {
  const { t } = useTranslation("console");
  const [open, setOpen] = useState<"waiting" | "feeds" | null>(null);
  const close = (): void => setOpen(null);
  const actions = [
    { id: "waiting", text: t("waiting.title"), onAction: () => setOpen("waiting") },
    { id: "feeds", text: t("feeds.title"), onAction: () => setOpen("feeds") },
  ];
  return (
    <>
      <ActionMenu label={t("calendar.more")} groups={[actions]}>
        <Icon name="more" />
      </ActionMenu>
      {open === "waiting" && <WaitingDialog onClose={close} />}
      {open === "feeds" && <FeedsDialog onClose={close} />}
    </>
  );
}
