import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../console/api/problem.ts";
import { problemText } from "../../console/api/problem-text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { AddButton } from "../shared/AddButton.tsx";
import { EntityList } from "../shared/EntityList.tsx";
import { EntityRow } from "../shared/EntityRow.tsx";
import { Section } from "../shared/Section.tsx";
import type { ShopPart } from "../shared/shop-part.ts";
import { DisplayForm } from "./DisplayForm.tsx";
import { displaysQuery, type ManagedDisplay } from "./displays-query.ts";
import { RefreshBoard } from "./RefreshBoard.tsx";

export function DisplaysSection({ tenant, view }: ShopPart) {
  const { t } = useTranslation("admin");
  const [editing, setEditing] = useState<ManagedDisplay | "new" | null>(null);
  const displays = useQuery(displaysQuery(useCallnext(), tenant, view.shop.self.id));
  const close = () => setEditing(null);
  const queueNames = (ids: readonly string[]): string => ids.flatMap((id) => view.queues[id]?.name ?? []).join(", ");
  return (
    <Section title={t("tab.displays")} text={t("displays.text")} aside={<AddButton text={t("displays.add")} onPress={() => setEditing("new")} />}>
      {displays.isPending && <Loading />}
      {displays.error && (
        <p role="alert" className="text-bad">
          {problemText(t, problemOf(displays.error))}
        </p>
      )}
      {displays.data && (
        <EntityList items={displays.data} empty={t("displays.empty")}>
          {(display) => (
            <EntityRow
              key={display.id}
              title={display.name}
              facts={queueNames(display.queue_ids) || t("displays.no-queues")}
              badges={!display.active && <Badge tone="bad">{t("displays.inactive")}</Badge>}
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
              <Button label={t("edit-of", { name: display.name })} onPress={() => setEditing(display)}>
                {t("edit")}
              </Button>
            </EntityRow>
          )}
        </EntityList>
      )}
      <Dialog title={editing === "new" ? t("displays.add") : t("edit")} open={editing !== null} onClose={close} wide>
        <DisplayForm tenant={tenant} view={view} display={editing === "new" ? null : editing} onDone={close} />
      </Dialog>
    </Section>
  );
}
