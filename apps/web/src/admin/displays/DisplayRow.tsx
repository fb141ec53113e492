import type { StaffView } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { EntityRow } from "../shared/EntityRow.tsx";
import type { ManagedDisplay } from "./displays-query.ts";
import { RefreshBoard } from "./RefreshBoard.tsx";

interface Props {
  readonly tenant: string;
  readonly view: StaffView;
  readonly display: ManagedDisplay;
  readonly onEdit: () => void;
}

export function DisplayRow({ tenant, view, display, onEdit }: Props) {
  const { t } = useTranslation("admin");
  const queues = display.queue_ids.flatMap((id) => view.queues[id]?.name ?? []).join(", ");
  return (
    <EntityRow
      title={display.name}
      facts={queues || t("displays.no-queues")}
      badges={
        <>
          {!display.active && <Badge tone="bad">{t("displays.inactive")}</Badge>}
          {display.public && <Badge tone="warn">{t("displays.is-public")}</Badge>}
        </>
      }
    >
      <a
        href={`/display/${display.id}`}
        target="_blank"
        rel="noreferrer"
        className="inline-flex min-h-11 items-center gap-2 rounded-lg px-3 text-accent underline hover:bg-sunken"
        aria-label={t("displays.open-of", { name: display.name })}
      >
        <Icon name="board" />
        {t("displays.open")}
      </a>
      <RefreshBoard tenant={tenant} display={display} />
      <Button label={t("edit-of", { name: display.name })} onPress={onEdit}>
        {t("edit")}
      </Button>
    </EntityRow>
  );
}
