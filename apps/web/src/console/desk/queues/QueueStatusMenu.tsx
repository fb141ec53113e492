import type { StaffQueue } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { ActionMenu } from "../../../ui/ActionMenu.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useDesk } from "../desk-context.ts";

const CHANGES = [
  { id: "open", status: "open" },
  { id: "pause", status: "paused" },
  { id: "close", status: "closed" },
] as const;

/** Open, pause or close: what newcomers may do. Who waits goes on being called. */
export function QueueStatusMenu({ queue }: { readonly queue: StaffQueue }) {
  const { t } = useTranslation("console");
  const { commands } = useDesk();
  const actions = CHANGES.filter((change) => change.status !== queue.status).map(({ id }) => ({
    id,
    text: t(`queue.${id}`),
    onAction: () => void commands.run(`queue-${queue.id}`, { path: `/queues/${queue.id}/${id}` }),
  }));
  return (
    <ActionMenu label={t("queue.menu", { queue: queue.name })} groups={[actions]}>
      <Icon name="more" />
    </ActionMenu>
  );
}
