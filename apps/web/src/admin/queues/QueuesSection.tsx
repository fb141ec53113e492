import type { StaffQueue } from "@callnext/protocol";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queuesOf } from "../../console/desk/logic/served-queues.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { AddButton } from "../shared/AddButton.tsx";
import { ArchiveButton } from "../shared/ArchiveButton.tsx";
import { EntityList } from "../shared/EntityList.tsx";
import { EntityRow } from "../shared/EntityRow.tsx";
import { Section } from "../shared/Section.tsx";
import type { ShopPart } from "../shared/shop-part.ts";
import { QueueForm } from "./QueueForm.tsx";
import { QueueStatusButtons } from "./QueueStatusButtons.tsx";

const TONES = { open: "good", paused: "warn", closed: "bad" } as const;

export function QueuesSection({ tenant, view }: ShopPart) {
  const { t } = useTranslation("admin");
  const [editing, setEditing] = useState<StaffQueue | "new" | null>(null);
  const close = () => setEditing(null);
  return (
    <Section
      title={t("tab.queues")}
      text={t("queues.text")}
      aside={<AddButton text={t("queues.add")} onPress={() => setEditing("new")} />}
    >
      <EntityList items={queuesOf(view)} empty={t("queues.empty")}>
        {(queue) => (
          <EntityRow
            key={queue.id}
            title={`${queue.prefix} · ${queue.name}`}
            badges={<Badge tone={TONES[queue.status]}>{t(`queue-status.${queue.status}`)}</Badge>}
            facts={[
              t(`policy.${queue.policy.kind}`),
              t("queues.waiting", { count: queue.line.length }),
              queue.capacity === null ? t("queues.no-limit") : t("queues.limit", { count: queue.capacity }),
            ].join(" · ")}
          >
            <QueueStatusButtons tenant={tenant} queue={queue} />
            <Button label={t("edit-of", { name: queue.name })} onPress={() => setEditing(queue)}>
              {t("edit")}
            </Button>
            <ArchiveButton tenant={tenant} path={`/queues/${queue.id}`} name={queue.name} />
          </EntityRow>
        )}
      </EntityList>
      <Dialog
        title={editing === "new" ? t("queues.add") : t("edit")}
        open={editing !== null}
        onClose={close}
        wide
      >
        <QueueForm tenant={tenant} view={view} queue={editing === "new" ? null : editing} onDone={close} />
      </Dialog>
    </Section>
  );
}
