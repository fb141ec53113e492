import type { StaffCounter } from "@callnext/protocol";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { AddButton } from "../shared/AddButton.tsx";
import { ArchiveButton } from "../shared/ArchiveButton.tsx";
import { EntityList } from "../shared/EntityList.tsx";
import { EntityRow } from "../shared/EntityRow.tsx";
import { Section } from "../shared/Section.tsx";
import type { ShopPart } from "../shared/shop-part.ts";
import { CounterForm } from "./CounterForm.tsx";

export function CountersSection({ tenant, view }: ShopPart) {
  const { t } = useTranslation("admin");
  const [editing, setEditing] = useState<StaffCounter | "new" | null>(null);
  const counters = Object.values(view.counters)
    .filter((counter) => !counter.archived)
    .toSorted((a, b) => a.label.localeCompare(b.label, undefined, { numeric: true }));
  const close = () => setEditing(null);
  return (
    <Section
      title={t("tab.counters")}
      text={t("counters.text")}
      aside={<AddButton text={t("counters.add")} onPress={() => setEditing("new")} />}
    >
      <EntityList items={counters} empty={t("counters.empty")}>
        {(counter) => (
          <EntityRow
            key={counter.id}
            title={counter.label}
            facts={
              counter.ticket_id === null
                ? t("counters.free")
                : t("counters.busy", { number: view.tickets[counter.ticket_id]?.number ?? "" })
            }
          >
            <Button label={t("edit-of", { name: counter.label })} onPress={() => setEditing(counter)}>
              {t("edit")}
            </Button>
            <ArchiveButton tenant={tenant} path={`/counters/${counter.id}`} name={counter.label} />
          </EntityRow>
        )}
      </EntityList>
      <Dialog
        title={editing === "new" ? t("counters.add") : t("edit")}
        open={editing !== null}
        onClose={close}
      >
        <CounterForm
          tenant={tenant}
          shopId={view.shop.self.id}
          counter={editing === "new" ? null : editing}
          onDone={close}
        />
      </Dialog>
    </Section>
  );
}
