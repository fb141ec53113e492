import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../console/api/problem.ts";
import { problemText } from "../../console/api/problem-text.ts";
import { FormError } from "../../console/shell/FormError.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { AddButton } from "../shared/AddButton.tsx";
import { ArchiveButton } from "../shared/ArchiveButton.tsx";
import { EntityList } from "../shared/EntityList.tsx";
import { EntityRow } from "../shared/EntityRow.tsx";
import { Section } from "../shared/Section.tsx";
import type { ShopPart } from "../shared/shop-part.ts";
import { ServiceForm } from "./ServiceForm.tsx";
import { type ServiceSettings, servicesQuery } from "./services-query.ts";

export function ServicesSection({ tenant, view }: ShopPart) {
  const { t } = useTranslation("admin");
  const [editing, setEditing] = useState<ServiceSettings | "new" | null>(null);
  const shopId = view.shop.self.id;
  const found = useQuery(servicesQuery(useCallnext(), tenant, shopId));
  const services = (found.data ?? []).filter((service) => !service.archived);
  const close = () => setEditing(null);
  return (
    <Section
      title={t("tab.services")}
      text={t("services.text")}
      aside={<AddButton text={t("services.add")} onPress={() => setEditing("new")} />}
    >
      {found.isPending && <Loading />}
      {found.error && <FormError text={problemText(t, problemOf(found.error))} />}
      <EntityList items={services} empty={found.data === undefined ? "" : t("services.empty")}>
        {(service) => (
          <EntityRow
            key={service.id}
            title={service.name}
            facts={[
              t("services.minutes", { count: service.duration_minutes }),
              !service.bookable && t("services.not-bookable"),
            ]
              .filter(Boolean)
              .join(" · ")}
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
