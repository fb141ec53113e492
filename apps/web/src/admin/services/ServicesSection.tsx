import type { ServiceOnWire } from "@callnext/protocol";
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
import { ServiceForm } from "./ServiceForm.tsx";

export function ServicesSection({ tenant, view }: ShopPart) {
  const { t } = useTranslation("admin");
  const [editing, setEditing] = useState<ServiceOnWire | "new" | null>(null);
  const shopId = view.shop.self.id;
  const services = Object.values(view.services).filter((service) => !service.archived);
  const close = () => setEditing(null);
  return (
    <Section
      title={t("tab.services")}
      text={t("services.text")}
      aside={<AddButton text={t("services.add")} onPress={() => setEditing("new")} />}
    >
      <EntityList items={services} empty={t("services.empty")}>
        {(service) => (
          <EntityRow
            key={service.id}
            title={service.name}
            facts={t("services.minutes", { count: service.duration_minutes })}
          >
            <Button label={t("edit-of", { name: service.name })} onPress={() => setEditing(service)}>
              {t("edit")}
            </Button>
            <ArchiveButton
              tenant={tenant}
              path={`/shops/${shopId}/services/${service.id}`}
              name={service.name}
            />
          </EntityRow>
        )}
      </EntityList>
      <Dialog
        title={editing === "new" ? t("services.add") : t("edit")}
        open={editing !== null}
        onClose={close}
      >
        <ServiceForm
          tenant={tenant}
          shopId={shopId}
          service={editing === "new" ? null : editing}
          onDone={close}
        />
      </Dialog>
    </Section>
  );
}
