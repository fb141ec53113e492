import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemText } from "../../console/api/problem-text.ts";
import { problemOf } from "../../console/api/problem.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { AddButton } from "../shared/AddButton.tsx";
import { EntityList } from "../shared/EntityList.tsx";
import { Section } from "../shared/Section.tsx";
import type { ShopPart } from "../shared/shop-part.ts";
import { DisplayForm } from "./DisplayForm.tsx";
import { DisplayRow } from "./DisplayRow.tsx";
import { displaysQuery, type ManagedDisplay } from "./displays-query.ts";

export function DisplaysSection({ tenant, view }: ShopPart) {
  const { t } = useTranslation("admin");
  const [editing, setEditing] = useState<ManagedDisplay | "new" | null>(null);
  const displays = useQuery(displaysQuery(useCallnext(), tenant, view.shop.self.id));
  const close = () => setEditing(null);
  return (
    <Section
      title={t("tab.displays")}
      text={t("displays.text")}
      aside={<AddButton text={t("displays.add")} onPress={() => setEditing("new")} />}
    >
      {displays.isPending && <Loading />}
      {displays.error && (
        <p role="alert" className="text-bad">
          {problemText(t, problemOf(displays.error))}
        </p>
      )}
      {displays.data && (
        <EntityList items={displays.data} empty={t("displays.empty")}>
          {(display) => (
            <DisplayRow
              key={display.id}
              tenant={tenant}
              view={view}
              display={display}
              onEdit={() => setEditing(display)}
            />
          )}
        </EntityList>
      )}
      <Dialog
        title={editing === "new" ? t("displays.add") : t("edit")}
        open={editing !== null}
        onClose={close}
        wide
      >
        <DisplayForm
          tenant={tenant}
          view={view}
          display={editing === "new" ? null : editing}
          onDone={close}
        />
      </Dialog>
    </Section>
  );
}
