import type { ProviderOnWire } from "@callnext/protocol";
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
import { providersQuery } from "./providers-query.ts";
import { ProviderForm } from "./ProviderForm.tsx";
import { useProviderFacts } from "./use-provider-facts.ts";

/** Whom or what visitors book. */
export function ProvidersSection({ tenant, view }: ShopPart) {
  const { t } = useTranslation("admin");
  const shopId = view.shop.self.id;
  const found = useQuery(providersQuery(useCallnext(), tenant, shopId));
  const facts = useProviderFacts(view);
  const [editing, setEditing] = useState<ProviderOnWire | "new" | null>(null);
  const close = () => setEditing(null);
  const providers = (found.data ?? []).filter(({ archived }) => !archived);
  const provider = editing === "new" ? null : editing;
  return (
    <Section
      title={t("tab.providers")}
      text={t("providers.text")}
      aside={<AddButton text={t("providers.add")} onPress={() => setEditing("new")} />}
    >
      {found.isPending && <Loading />}
      {found.error && <FormError text={problemText(t, problemOf(found.error))} />}
      {found.data && (
        <EntityList items={providers} empty={t("providers.empty")}>
          {(each) => (
            <EntityRow key={each.id} title={each.name} facts={facts(each)}>
              <Button label={t("edit-of", { name: each.name })} onPress={() => setEditing(each)}>
                {t("edit")}
              </Button>
              <ArchiveButton tenant={tenant} path={`/providers/${each.id}`} name={each.name} />
            </EntityRow>
          )}
        </EntityList>
      )}
      <Dialog
        title={provider === null ? t("providers.add") : provider.name}
        open={editing !== null}
        onClose={close}
        wide
      >
        <ProviderForm tenant={tenant} view={view} provider={provider} others={providers} onDone={close} />
      </Dialog>
    </Section>
  );
}
